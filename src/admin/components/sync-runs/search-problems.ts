import type { SocialPost } from "../../types/http"
import type { ProblemGroup } from "./progress"

export type PostsById = ReadonlyMap<string, Pick<SocialPost, "id" | "caption">>

/**
 * What of a group a search finds: all of it when the reason or the platform
 * matches, else the posts whose text does; `null` for nothing.
 */
export function matchGroup(
  group: ProblemGroup,
  posts: PostsById,
  search: string
): ProblemGroup | null {
  const wanted = search.trim().toLowerCase()
  const has = (text: string | null | undefined) =>
    text?.toLowerCase().includes(wanted) ?? false
  if (!wanted || has(group.message) || has(group.platform)) {
    return group
  }
  const post_ids = group.post_ids.filter(
    (id) => has(id) || has(posts.get(id)?.caption)
  )
  return post_ids.length > 0
    ? { ...group, post_ids, count: post_ids.length }
    : null
}
