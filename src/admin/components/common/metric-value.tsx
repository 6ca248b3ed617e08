import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useMetricFormat } from "../../hooks/use-metric-format"
import { readMetric } from "../../lib/metrics"
import { platformLook } from "../../lib/platforms"
import type { SocialPost } from "../../types/http"

interface MetricValueProps {
  post: Pick<SocialPost, "platform" | "insights">
  metric: string
  /** 12.3K instead of 12,345; the whole number is in the tooltip. */
  compact?: boolean
}

/** Turns a reason's code into a sentence about the platform. */
export const useUnknownReason = (platform: string) => {
  const { t, i18n } = useTranslation("social")
  return (reason: string) => {
    const key = `reasons.${reason}`
    return t(i18n.exists(key, { ns: "social" }) ? key : "reasons.other", {
      platform: platformLook(platform).label,
    })
  }
}

/** A number of a post; an unknown one is "–" and says why. */
export const MetricValue = ({ post, metric, compact }: MetricValueProps) => {
  const written = useMetricFormat()
  const reasonOf = useUnknownReason(post.platform)
  const reading = readMetric(post.insights, metric)
  if (!reading.known) {
    return <Unknown reason={reasonOf(reading.reason)} />
  }
  const whole = written(metric, reading.value)
  const short = written(metric, reading.value, true)
  return compact && short !== whole ? (
    <Tooltip content={whole}>
      <span className="tabular-nums">{short}</span>
    </Tooltip>
  ) : (
    <span className="tabular-nums">{whole}</span>
  )
}

/** "–" with its reason: on hover, by keyboard, and for screen readers. */
export const Unknown = ({ reason }: { reason: string }) => {
  const { t } = useTranslation("social")
  return (
    <Tooltip content={reason}>
      <span
        role="img"
        tabIndex={0}
        aria-label={t("unknownBecause", { reason })}
        className="text-ui-fg-subtle cursor-help rounded-sm"
      >
        {t("unknown")}
      </span>
    </Tooltip>
  )
}
