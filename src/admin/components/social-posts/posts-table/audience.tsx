import { useTranslation } from "react-i18next"
import { firstKnown, isRetired } from "../../../lib/metrics"
import type { SocialPost } from "../../../types/http"
import { ListMetric } from "./list-metric"

/** How many a post came before, in the order of what says most. */
const AUDIENCE = ["reach", "views", "impressions"]

/** Reach, else views, else impressions, and which of them it is. */
export const Audience = ({ post }: { post: SocialPost }) => {
  const { t } = useTranslation("social")
  const metric = firstKnown(post.insights, AUDIENCE)
  // Else why there is none: of the first that its platform still gives.
  const missing = AUDIENCE.find((one) => !isRetired(post.insights, one))
  return (
    <span className="flex flex-col items-end">
      <ListMetric post={post} metric={metric ?? missing ?? "reach"} />
      {metric && (
        <span className="text-ui-fg-subtle txt-compact-xsmall">
          {t(`metrics.${metric}`)}
        </span>
      )}
    </span>
  )
}
