import type { NaiveFactory } from "./client"

const FIELDS =
  "id,media_type,media_product_type,caption,permalink,timestamp,like_count,comments_count"
const COMMON = "reach,saved,shares,total_interactions,views,likes,comments"
const METRICS: Record<string, string> = {
  FEED: `${COMMON},follows,profile_visits`,
  REELS: `${COMMON},ig_reels_avg_watch_time,ig_reels_video_view_total_time`,
}

/** Three calls per post: the object, its insights, its comments. */
export const naiveInstagram: NaiveFactory = (http) => ({
  read: async ({ platform_post_id: id, media_product_type }) => {
    await http.get(`/v26.0/${id}`, { params: { fields: FIELDS } })
    await http.get(`/v26.0/${id}/insights`, {
      params: { metric: METRICS[media_product_type ?? ""] ?? COMMON },
    })
    await http.get(`/v26.0/${id}/comments`, {
      params: { fields: "id,text,username,timestamp,like_count" },
    })
  },
})
