import type { FetchError } from "@medusajs/js-sdk"
import { Alert, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSocialPostPeriod } from "../../../hooks/api/social-posts"
import { type RangeChoice, rangeOf, today } from "../../../lib/day-range"
import { ServerText } from "../../common/server-text"
import { MetricSelect } from "../../periods/metric-select"
import { RangePicker } from "../../periods/range-picker"
import { HistoryChart } from "./history-chart"
import { HistoryFigures } from "./history-figures"
import { breaksOf, drawableMetrics, mostTelling, readingsOf } from "./series"

interface HistorySectionProps {
  postId: string
  platform: string
  /** Readings without a span of days; the panel's own, so asked for once. */
  readings: number
}

/** How one number went in a span of days, and what the span added to it. */
export const HistorySection = ({
  postId,
  platform,
  readings,
}: HistorySectionProps) => {
  const { t } = useTranslation("social")
  const [choice, setChoice] = useState<RangeChoice>("all")
  const [chosen, setChosen] = useState<string>()
  const range = rangeOf(choice, today())
  const { period, error, isPlaceholderData } = useSocialPostPeriod(
    postId,
    range,
    readings
  )
  const timeline = readingsOf(period ?? {})
  const metrics = drawableMetrics(timeline)
  const metric =
    chosen && metrics.includes(chosen) ? chosen : mostTelling(timeline, metrics)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <Heading level="h2">{t("post.history.title")}</Heading>
        <div className="flex flex-wrap items-center gap-2">
          <RangePicker
            value={choice}
            onChange={setChoice}
            lastDay={today()}
            withAll
            label={t("post.history.range")}
          />
          {metric && (
            <MetricSelect
              metrics={metrics}
              value={metric}
              onChange={setChosen}
              label={t("post.history.metric")}
            />
          )}
        </div>
      </div>
      <div className="px-6 py-4">
        <HistoryError error={timeline.length === 0 ? error : null} />
        {!error && period && !metric && (
          <Text size="small" className="text-ui-fg-subtle">
            {t(
              choice === "all"
                ? "post.history.tooFew"
                : "post.history.tooFewInRange"
            )}
          </Text>
        )}
        {period && metric && (
          <HistoryChart
            readings={timeline}
            breaks={breaksOf(period.breaks, metric)}
            metric={metric}
            platform={platform}
          />
        )}
      </div>
      {range && period?.gains && metric && !isPlaceholderData && (
        <HistoryFigures period={period} metric={metric} range={range} />
      )}
    </Container>
  )
}

const HistoryError = ({ error }: { error: FetchError | null }) =>
  error && (
    <Alert variant="error">
      <ServerText>{error.message}</ServerText>
    </Alert>
  )
