/**
 * The kinds of posts that can be filtered by, and what the platforms call them:
 * some write them large, some small, and Facebook's reel is Instagram's "REELS".
 */
const POST_TYPES: Readonly<Record<string, readonly string[]>> = {
  FEED: ["FEED"],
  REELS: ["REELS", "reel"],
  STORY: ["STORY"],
  POST: ["POST", "post", "share", "ugcPost"],
  VIDEO: ["VIDEO", "video"],
  REPLY: ["REPLY"],
  QUOTE: ["QUOTE"],
  REPOST: ["REPOST"],
  AD: ["AD"],
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
