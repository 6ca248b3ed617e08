import { toRecord } from "../../../platform-kit"

/** A post whose `insights` do not carry its comments. */
export function withoutCommentsData<T extends { insights?: unknown }>(
  post: T
): T {
  const insights = toRecord(post.insights)
  if (!insights) {
    return post
  }
  const { comments_data: _, ...rest } = insights
  return { ...post, insights: rest }
}
