import {
  type AbstractSocialPlatform,
  toId,
  toRecord,
} from "../../../platform-kit"

interface PostWithId {
  platform_post_id: string | null
  permalink: string | null
  insights: Record<string, unknown>
}

/**
 * The platform's id of a post. Publishers leave it in several places: the
 * post's own column, keys of `insights`, `publish_results`, or only the public
 * address.
 */
export function findPostId(
  post: PostWithId,
  platform: AbstractSocialPlatform,
  accountExternalId: string
): string | null {
  if (post.platform_post_id) {
    return post.platform_post_id
  }
  const { profile } = platform
  for (const key of profile.stored_id_keys) {
    const id = toId(post.insights[key])
    if (id) {
      return platform.parsePostId(id, accountExternalId)
    }
  }
  const names = [profile.identifier, ...profile.aliases]
  const published = publishResults(post.insights.publish_results).find(
    (result) => names.includes(String(result.platform).toLowerCase())
  )
  const id =
    toId(published?.postId) ?? toId(published?.post_id) ?? toId(published?.id)
  if (id) {
    return platform.parsePostId(id, accountExternalId)
  }
  const url = post.permalink ?? post.insights.permalink
  return typeof url === "string"
    ? platform.postIdFromUrl(url, accountExternalId)
    : null
}

/** Stores keep `publish_results` as an array or as an object by platform. */
function publishResults(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown) => {
      const result = toRecord(entry)
      return result ? [result] : []
    })
  }
  return Object.entries(toRecord(value) ?? {}).map(([platform, result]) => ({
    platform,
    ...toRecord(result),
  }))
}
