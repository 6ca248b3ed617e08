import type { NaiveFactory } from "./client"

/** Two calls per post: its statistics and its reactions and comments. */
export const naiveLinkedIn: NaiveFactory = (http, account) => ({
  read: async ({ platform_post_id: urn }) => {
    const id = encodeURIComponent(urn)
    const list = urn.includes(":share:") ? "shares" : "ugcPosts"
    const page = encodeURIComponent(account.external_id)
    await http.get(
      `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${page}&${list}=List(${id})`,
      { headers: { "X-RestLi-Method": "FINDER" } }
    )
    await http.get(`/rest/socialMetadata/${id}`)
  },
})

export const LINKEDIN_HEADERS = {
  "LinkedIn-Version": "202610",
  "X-Restli-Protocol-Version": "2.0.0",
}
