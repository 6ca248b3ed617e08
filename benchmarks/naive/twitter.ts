import type { NaiveFactory } from "./client"

/** One call per post. */
export const naiveTwitter: NaiveFactory = (http) => ({
  read: ({ platform_post_id: id }) =>
    http.get(`/2/tweets/${id}`, {
      params: { "post.fields": "created_at,public_metrics" },
    }),
})
