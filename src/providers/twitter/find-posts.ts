import type { PlatformPost } from "../../platform-kit"
import type { XProblem } from "./problem"
import type { XAnswer, XMedia, XPost } from "./schemas"

/** What an answer says about one post. */
export interface FoundPost {
  item: XPost | null
  media: XMedia[]
  /** Problems with the post itself, not with what it refers to. */
  problems: XProblem[]
}

/**
 * Finds posts in an answer. The order of `data` means nothing, and an edited
 * post comes back under its newest id: any id of its history is it.
 */
export function findPosts(
  { posts, media, problems }: XAnswer,
  wanted: readonly PlatformPost[]
): Map<string, FoundPost> {
  const items = new Map(
    posts.flatMap((post) => post.history.map((id) => [id, post] as const))
  )
  const own = problems.filter(({ section }) => section !== "includes")
  return new Map(
    wanted.map(({ id, platform_post_id }) => {
      const item = items.get(platform_post_id) ?? null
      const ids = item?.history ?? [platform_post_id]
      return [
        id,
        {
          item,
          media: (item?.media_keys ?? []).flatMap(
            (key) => media.get(key) ?? []
          ),
          problems: own.filter(({ resource_id }) =>
            ids.includes(resource_id ?? "")
          ),
        },
      ]
    })
  )
}
