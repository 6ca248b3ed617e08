import type { NaiveFactory } from "./client"

const FIELDS = "id,created_time,message,permalink_url,status_type,shares"
const METRICS =
  "post_media_view,post_total_media_view_unique,post_clicks,post_reactions_by_type_total,post_video_views"

/** Four calls per post: the object, its insights, its reactions, its comments. */
export const naiveFacebook: NaiveFactory = (http) => ({
  read: async ({ platform_post_id: id }) => {
    await http.get(`/v26.0/${id}`, { params: { fields: FIELDS } })
    await http.get(`/v26.0/${id}/insights`, { params: { metric: METRICS } })
    await http.get(`/v26.0/${id}/reactions`, {
      params: { summary: "total_count", limit: 0 },
    })
    await http.get(`/v26.0/${id}/comments`, {
      params: { summary: "true", filter: "stream", limit: 25 },
    })
  },
})
