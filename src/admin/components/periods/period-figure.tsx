import { clx, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface PeriodFigureProps {
  name: string
  children: ReactNode
  /** Beside the number: how it did against the span before. */
  trend?: ReactNode
  /** Below it, in small letters. */
  note?: ReactNode
  isHeadline?: boolean
}

/** A number of a span of days with its name; stands in a `dl`. */
export const PeriodFigure = ({
  name,
  children,
  trend,
  note,
  isHeadline = false,
}: PeriodFigureProps) => (
  <div className="flex min-w-0 flex-col gap-y-1">
    <dt>
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {name}
      </Text>
    </dt>
    <dd className="flex min-w-0 flex-col gap-y-1">
      <span className="text-ui-fg-base flex flex-wrap items-baseline gap-x-1.5">
        <span
          className={clx(
            "tabular-nums",
            isHeadline ? "text-2xl font-medium" : "txt-large-plus"
          )}
        >
          {children}
        </span>
        {trend}
      </span>
      {note && (
        <Text
          as="span"
          size="xsmall"
          leading="compact"
          className="text-ui-fg-subtle text-pretty"
        >
          {note}
        </Text>
      )}
    </dd>
  </div>
)
