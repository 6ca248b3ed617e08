import { useTranslation } from "react-i18next"
import { firstKnown } from "../../../lib/metrics"
import type { SocialPost } from "../../../types/http"
import { MetricValue } from "../../common/metric-value"

/** How many a post came before, in the order of what says most. */
const AUDIENCE = ["reach", "views", "impressions"]

/** Reach, else views, else impressions, and which of them it is. */
export const Audience = ({ post }: { post: SocialPost }) => {
  const { t } = useTranslation("social")
  const metric = firstKnown(post.insights, AUDIENCE)
  return (
    <span className="flex flex-col items-end">
      <MetricValue post={post} metric={metric ?? "reach"} compact />
      {metric && (
        <span className="text-ui-fg-subtle txt-compact-xsmall">
          {t(`metrics.${metric}`)}
        </span>
      )}
    </span>
  )
}
