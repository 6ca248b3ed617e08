import { InformationCircleSolid } from "@medusajs/icons"
import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { firstKnown, readMetric } from "../../../lib/metrics"
import type { SocialPostSnapshot } from "../../../types/http"
import { changeOf } from "../timeline/series"
import { MetricCell } from "./metric-cell"
import type { PanelPost } from "./use-panel-post"

interface HeadlineProps {
  post: PanelPost
  timeline: readonly SocialPostSnapshot[]
}

/** How the post did in three numbers; the rate says what it is a rate of. */
export const Headline = ({ post, timeline }: HeadlineProps) => {
  const { t } = useTranslation("social")
  const seen = firstKnown(post.insights, ["reach", "views", "impressions"])
  const basis = post.insights?.engagement_rate_basis
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-4 px-6 py-4 sm:grid-cols-3">
      <MetricCell
        post={post}
        metric="engagement_rate"
        change={changeOf(timeline, "engagement_rate")}
        isHeadline
        className="col-span-2 sm:col-span-1"
      >
        {basis && readMetric(post.insights, "engagement_rate").known && (
          <span className="text-ui-fg-subtle txt-compact-small flex items-center gap-x-1">
            {t(`post.rate.of.${basis}`)}
            <RateHelp basis={t(`metrics.${basis}`)} />
          </span>
        )}
      </MetricCell>
      <MetricCell
        post={post}
        metric="engagement"
        change={changeOf(timeline, "engagement")}
        isHeadline
      />
      {seen && (
        <MetricCell
          post={post}
          metric={seen}
          change={changeOf(timeline, seen)}
          isHeadline
        />
      )}
    </dl>
  )
}

const RateHelp = ({ basis }: { basis: string }) => {
  const { t } = useTranslation("social")
  const help = t("post.rate.help", { basis })
  return (
    <Tooltip content={help}>
      <span
        role="img"
        tabIndex={0}
        aria-label={help}
        className="text-ui-fg-muted cursor-help rounded-full"
      >
        <InformationCircleSolid aria-hidden />
      </span>
    </Tooltip>
  )
}
