import { PlatformError } from "../../platform-kit"

const POST_URN = /^urn:li:(?:share|ugcPost):\d+$/
const ACTIVITY_URN = /^urn:li:activity:\d+$/
/** `/feed/update/urn:li:share:1/` and `/posts/name_text-ugcPost-1-Ab2c`. */
const IN_PATH = /urn:li:(share|ugcPost):(\d+)|-(share|ugcPost)-(\d+)(?:-|\/|$)/

/**
 * `urn:li:share:N` and `urn:li:ugcPost:N` are both ids of posts; one is never
 * turned into the other.
 */
export function isPostUrn(text: string): boolean {
  return POST_URN.test(text)
}

export function isShare(urn: string): boolean {
  return urn.startsWith("urn:li:share:")
}

/** @throws PlatformError `invalid` saying what an id looks like */
export function parsePostId(input: string): string {
  const urn = decoded(input.trim())
  if (!isPostUrn(urn)) {
    throw notAPostId(urn)
  }
  return urn
}

export function notAPostId(urn: string): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "post",
    code: "invalid_post_id",
    message: ACTIVITY_URN.test(urn)
      ? "An activity is not a post: LinkedIn keeps the numbers under the post's own id. Enter its urn:li:share:… or urn:li:ugcPost:…, as the publishing call returned it."
      : `"${urn.slice(0, 60)}" is not the id of a LinkedIn post. Enter it as urn:li:share:… or urn:li:ugcPost:… with the number at the end.`,
  })
}

/** The post's URN in its public address; `null` when it names only an activity. */
export function postIdFromUrl(url: string): string | null {
  if (!URL.canParse(url)) {
    return null
  }
  const found = IN_PATH.exec(decoded(new URL(url).pathname))
  const type = found?.[1] ?? found?.[3]
  const id = found?.[2] ?? found?.[4]
  return type && id ? `urn:li:${type}:${id}` : null
}

/** Percent-encoding as some tools hand URNs around. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray percent sign: then it was not encoded.
    return text
  }
}
