import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { readMetric, unitOf } from "../../lib/metrics"
import { platformLook } from "../../lib/platforms"
import type { SocialPost } from "../../types/http"

interface MetricValueProps {
  post: Pick<SocialPost, "platform" | "insights">
  metric: string
  /** 12.3K instead of 12,345; the whole number is in the tooltip. */
  compact?: boolean
}

/** A number of a post; an unknown one is "–" and says why. */
export const MetricValue = ({ post, metric, compact }: MetricValueProps) => {
  const { t, i18n } = useTranslation("social")
  const format = useFormat()
  const reading = readMetric(post.insights, metric)
  if (!reading.known) {
    const key = `reasons.${reading.reason}`
    const reason = t(
      i18n.exists(key, { ns: "social" }) ? key : "reasons.other",
      {
        platform: platformLook(post.platform).label,
      }
    )
    return <Unknown reason={reason} />
  }
  const unit = unitOf(metric)
  const inWords = (value: string) =>
    unit === "count" ? value : t(`units.${unit}`, { value })
  const whole = inWords(format.number(reading.value))
  const short = inWords(format.compact(reading.value))
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
        className="text-ui-fg-muted cursor-help rounded-sm"
      >
        {t("unknown")}
      </span>
    </Tooltip>
  )
}
