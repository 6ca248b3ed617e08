import { clx, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { useMetricName } from "../../../hooks/use-metric-name"
import { unitOf } from "../../../lib/metrics"
import { MetricValue } from "../../common/metric-value"
import { metricIcon } from "./metric-icons"
import type { PanelPost } from "./use-panel-post"

interface MetricCellProps {
  post: PanelPost
  metric: string
  /** Since the reading before; nothing is said of 0. */
  change: number
  isHeadline?: boolean
  className?: string
  children?: ReactNode
}

/** One number with its name, and how it changed. */
export const MetricCell = ({
  post,
  metric,
  change,
  isHeadline = false,
  className,
  children,
}: MetricCellProps) => {
  const nameOf = useMetricName()
  const Icon = metricIcon(metric)
  return (
    <div className={clx("flex min-w-0 flex-col gap-y-1", className)}>
      <dt className="text-ui-fg-subtle flex min-w-0 items-center gap-x-1.5">
        <Icon aria-hidden className="text-ui-fg-muted shrink-0" />
        <Text as="span" size="small" leading="compact" className="min-w-0">
          {nameOf(metric)}
        </Text>
      </dt>
      <dd className="text-ui-fg-base flex flex-wrap items-baseline gap-x-1.5">
        <span
          className={clx(
            isHeadline ? "text-2xl font-medium" : "txt-large-plus"
          )}
        >
          <MetricValue post={post} metric={metric} compact />
        </span>
        {change !== 0 && <Change metric={metric} by={change} />}
        {children}
      </dd>
    </div>
  )
}

const Change = ({ metric, by }: { metric: string; by: number }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const sign = by > 0 ? "+" : "−"
  return (
    <span className="text-ui-fg-subtle txt-compact-xsmall tabular-nums">
      {sign}
      {unitOf(metric) === "seconds"
        ? format.duration(Math.abs(by))
        : format.compact(Math.abs(by))}
      <span className="sr-only"> {t("post.changeSince")}</span>
    </span>
  )
}
