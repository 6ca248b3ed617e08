import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useMetricFormat } from "../../../hooks/use-metric-format"
import { useMetricName } from "../../../hooks/use-metric-name"
import type { SocialAccountDay } from "../../../types/http"
import { MetricSelect } from "../../periods/metric-select"
import { toPoints } from "./figures"

const LineChart = lazy(() => import("../../charts/line-chart"))

interface NumbersChartProps {
  days: readonly SocialAccountDay[]
  /** Those of which a line can be drawn. */
  metrics: readonly string[]
}

/** One number day by day, followers to begin with. */
export const NumbersChart = ({ days, metrics }: NumbersChartProps) => {
  const { t } = useTranslation("social")
  const nameOf = useMetricName()
  const formatMetric = useMetricFormat()
  const [chosen, setChosen] = useState<string>()
  const metric = metrics.find((one) => one === chosen) ?? metrics[0] ?? ""
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex justify-end">
        <MetricSelect
          metrics={metrics}
          value={metric}
          onChange={setChosen}
          label={t("numbers.metric")}
        />
      </div>
      <Suspense fallback={<div className="h-[220px]" />}>
        <LineChart
          key={metric}
          byDay
          points={toPoints(days, metric)}
          label={t("post.history.chart", { metric: nameOf(metric) })}
          valueLabel={nameOf(metric)}
          formatValue={(value) => formatMetric(metric, value)}
        />
      </Suspense>
    </div>
  )
}
