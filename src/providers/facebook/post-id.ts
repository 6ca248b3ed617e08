import { PlatformError } from "../../platform-kit"

/**
 * Brings a post id to the form the API reads: `{page-id}_{post-id}`. A post id
 * alone is completed with the Page's.
 *
 * @throws PlatformError `invalid`
 */
export function parsePagePostId(input: string, pageId: string): string {
  const id = input.trim()
  if (/^\d+_\d+$/.test(id)) {
    return id
  }
  if (/^\d{5,}$/.test(id)) {
    return `${pageId}_${id}`
  }
  throw new PlatformError({
    kind: "invalid",
    scope: "post",
    code: "invalid_post_id",
    message:
      'Facebook posts are known by an id such as "1148671018324630_122098291011327930" (Page id, underscore, post id). An address or a short code does not work.',
  })
}

/** The part after the Page's id, which for reels can be the video's id. */
export function bareId(postId: string): string {
  return postId.split("_").at(-1) ?? postId
}

/**
 * Finds the id in a post's address. Addresses of videos and reels hold the
 * video's id; the post around it is found when it is read. Opaque ids
 * (`pfbid…`) cannot be turned into one.
 */
export function postIdFromAddress(url: string, pageId: string): string | null {
  if (!URL.canParse(url)) {
    return null
  }
  const { pathname, searchParams } = new URL(url)
  const id =
    searchParams.get("story_fbid") ??
    searchParams.get("v") ??
    searchParams.get("fbid") ??
    /\/(?:posts|videos|reel|photos)\/(?:[^/]+\/)*?(\d+)\/?$/.exec(pathname)?.[1]
  return id && /^\d+$/.test(id) ? `${pageId}_${id}` : null
}
