import { toArray, toId, toRecord, toText } from "../../platform-kit"
import type { GraphObject } from "../../platform-kit/meta-graph"

/** Kinds of attachments that have an object, with an id, of their own. */
const OBJECTS = /photo|video|album/

/**
 * Under which ids a post may be known elsewhere: publishing a photo, a video or
 * a reel returns the id of that object, its address shows it, and it is stored
 * alone or behind the Page's id.
 */
export function otherIds(post: GraphObject, pageId: string): string[] {
  const postId = toId(post.id) ?? ""
  const bare = [
    postId.split("_").at(-1),
    ...toArray(toRecord(post.attachments)?.data).map(idOfTarget),
    idInAddress(toText(post.permalink_url) ?? ""),
  ].filter((id): id is string => /^\d{5,}$/.test(id ?? ""))
  const all = bare.flatMap((id) => [id, `${pageId}_${id}`])
  return [...new Set(all)].filter((id) => id !== postId)
}

function idOfTarget(entry: unknown): string | null {
  const attachment = toRecord(entry)
  const kind = `${toText(attachment?.media_type)} ${toText(attachment?.type)}`
  return OBJECTS.test(kind) ? toId(toRecord(attachment?.target)?.id) : null
}

function idInAddress(permalink: string): string | undefined {
  return /\/(?:reel|videos)\/(?:[^/]+\/)*?(\d+)/.exec(permalink)?.[1]
}
