import { Text } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { useMetricFormat } from "../../../hooks/use-metric-format"
import { useMetricName } from "../../../hooks/use-metric-name"
import { platformLook } from "../../../lib/platforms"
import { type Reading, toSeries } from "./series"

const LineChart = lazy(() => import("../../charts/line-chart"))

interface HistoryChartProps {
  /** Newest first. */
  readings: readonly Reading[]
  /** Moments at which the platform redefined the number. */
  breaks: readonly string[]
  metric: string
  platform: string
}

/** A number's line; where its platform redefined it, the line breaks and says so. */
export const HistoryChart = ({
  readings,
  breaks,
  metric,
  platform,
}: HistoryChartProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const formatMetric = useMetricFormat()
  const nameOf = useMetricName()
  return (
    <div className="flex flex-col gap-y-3">
      <Suspense fallback={<div className="h-[220px]" />}>
        <LineChart
          // Another metric starts at its own last reading.
          key={metric}
          points={toSeries(readings, metric)}
          breaks={breaks}
          label={t("post.history.chart", { metric: nameOf(metric) })}
          valueLabel={nameOf(metric)}
          formatValue={(value) => formatMetric(metric, value)}
        />
      </Suspense>
      {breaks.map((at) => (
        <Text key={at} size="xsmall" className="text-ui-fg-subtle text-pretty">
          {t("post.history.break", {
            date: format.date(at),
            metric: nameOf(metric),
            platform: platformLook(platform).label,
          })}
        </Text>
      ))}
    </div>
  )
}
