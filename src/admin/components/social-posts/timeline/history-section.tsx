import type { FetchError } from "@medusajs/js-sdk"
import { Alert, Container, Heading, Select, Text } from "@medusajs/ui"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useMetricFormat } from "../../../hooks/use-metric-format"
import { useMetricName } from "../../../hooks/use-metric-name"
import type { SocialPostSnapshot } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { drawableMetrics, mostTelling, toSeries } from "./series"

const LineChart = lazy(() => import("../../charts/line-chart"))

interface HistorySectionProps {
  /** Newest first. */
  timeline: readonly SocialPostSnapshot[]
  error: FetchError | null
}

/** How one number went over the last readings. */
export const HistorySection = ({ timeline, error }: HistorySectionProps) => {
  const { t } = useTranslation("social")
  const formatMetric = useMetricFormat()
  const nameOf = useMetricName()
  const [chosen, setChosen] = useState<string>()
  const metrics = drawableMetrics(timeline)
  const metric =
    chosen && metrics.includes(chosen) ? chosen : mostTelling(timeline, metrics)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("post.history.title")}</Heading>
        {metric && (
          <MetricSelect metrics={metrics} value={metric} onChange={setChosen} />
        )}
      </div>
      <div className="px-6 py-4">
        {error && timeline.length === 0 && (
          <Alert variant="error">
            <ServerText>{error.message}</ServerText>
          </Alert>
        )}
        {!error && !metric && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("post.history.tooFew")}
          </Text>
        )}
        {metric && (
          <Suspense fallback={<div className="h-[220px]" />}>
            <LineChart
              // Another metric starts at its own last reading.
              key={metric}
              points={toSeries(timeline, metric)}
              label={t("post.history.chart", {
                metric: nameOf(metric),
              })}
              valueLabel={nameOf(metric)}
              formatValue={(value) => formatMetric(metric, value)}
            />
          </Suspense>
        )}
      </div>
    </Container>
  )
}

interface MetricSelectProps {
  metrics: string[]
  value: string
  onChange: (metric: string) => void
}

const MetricSelect = ({ metrics, value, onChange }: MetricSelectProps) => {
  const { t } = useTranslation("social")
  const nameOf = useMetricName()
  return (
    <div className="w-44">
      <Select size="small" value={value} onValueChange={onChange}>
        <Select.Trigger aria-label={t("post.history.metric")}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {metrics.map((metric) => (
            <Select.Item key={metric} value={metric}>
              {nameOf(metric)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
