import { isRetired } from "../../../lib/metrics"
import type { SocialPost } from "../../../types/http"
import { MetricValue } from "../../common/metric-value"

interface ListMetricProps {
  post: Pick<SocialPost, "platform" | "insights">
  metric: string
}

/** A number in the list; nothing where its platform gives it no more. */
export const ListMetric = ({ post, metric }: ListMetricProps) =>
  isRetired(post.insights, metric) ? null : (
    <MetricValue post={post} metric={metric} compact />
  )
