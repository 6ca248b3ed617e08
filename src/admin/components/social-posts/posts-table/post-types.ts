/**
 * The kinds of posts that rows show and can be filtered by, and the names they
 * have on the platforms, which are one to the server however they are written.
 */
const POST_TYPES: Readonly<Record<string, readonly string[]>> = {
  FEED: ["FEED"],
  REELS: ["REELS", "REEL"],
  STORY: ["STORY"],
  IMAGE: ["IMAGE", "PHOTO"],
  VIDEO: ["VIDEO"],
  CAROUSEL_ALBUM: ["CAROUSEL_ALBUM"],
  TEXT: ["TEXT", "STATUS"],
  LINK: ["LINK"],
  ARTICLE: ["ARTICLE"],
  DOCUMENT: ["DOCUMENT"],
  POLL: ["POLL"],
  ANIMATED_GIF: ["ANIMATED_GIF"],
  REPLY: ["REPLY"],
  QUOTE: ["QUOTE"],
  REPOST: ["REPOST"],
  AD: ["AD"],
  POST: ["POST", "SHARE", "UGCPOST"],
}

export const POST_TYPE_NAMES = Object.keys(POST_TYPES)

/** What the server has to look for; a name that is not known here stays. */
export function storedTypes(
  names: string | readonly string[] | undefined
): string[] | undefined {
  return names === undefined
    ? undefined
    : [names].flat().flatMap((name) => POST_TYPES[name] ?? [name])
}
