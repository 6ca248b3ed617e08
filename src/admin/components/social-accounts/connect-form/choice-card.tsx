import { clx, RadioGroup, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface ChoiceCardProps {
  /** Unique on the page. */
  id: string
  value: string
  isChosen: boolean
  label: string
  hint?: string
  icon?: ReactNode
  badge?: ReactNode
}

/** One of several things to choose, inside of a `RadioGroup`. */
export const ChoiceCard = ({
  id,
  value,
  isChosen,
  label,
  hint,
  icon,
  badge,
}: ChoiceCardProps) => (
  <label
    htmlFor={id}
    className={clx(
      "bg-ui-bg-base hover:bg-ui-bg-base-hover transition-fg flex cursor-pointer gap-x-3 rounded-lg p-4",
      hint ? "items-start" : "items-center",
      isChosen
        ? "shadow-borders-interactive-with-shadow"
        : "shadow-borders-base"
    )}
  >
    <RadioGroup.Item
      value={value}
      id={id}
      aria-describedby={hint && `${id}-hint`}
    />
    {icon && (
      <span aria-hidden className="flex">
        {icon}
      </span>
    )}
    <span className="flex min-w-0 flex-1 flex-col gap-y-1">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Text as="span" size="small" leading="compact" weight="plus">
          {label}
        </Text>
        {badge}
      </span>
      {hint && (
        <Text
          as="span"
          id={`${id}-hint`}
          size="small"
          className="text-ui-fg-subtle text-pretty"
        >
          {hint}
        </Text>
      )}
    </span>
  </label>
)
