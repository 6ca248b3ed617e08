import { digits, hash } from "../core/hash"

const SNOWFLAKE_EPOCH = 1_288_834_974_657

/**
 * Ids carry a time, and must be the same for a seed whatever the clock says: a
 * post's id is made from its age at construction against this fixed moment.
 */
const ID_EPOCH = Date.UTC(2026, 10, 1)

/** Id of something that is `age_ms` old when the world is built: 19 digits, newer is larger. */
export function postId(
  age_ms: number,
  seed: number,
  ...parts: (string | number)[]
): string {
  const time = BigInt(Math.round(ID_EPOCH - age_ms - SNOWFLAKE_EPOCH))
  const low = BigInt(hash(seed, "id", ...parts) & 0x3fffff)
  return String((time << 22n) | low)
}

/** User ids have no order worth keeping; 19 digits like the posts'. */
export function userId(seed: number, ...parts: (string | number)[]): string {
  return `1${digits(18, seed, "user", ...parts)}`
}

/** Decimal strings of up to 19 digits; as numbers they would lose digits. */
export function isId(text: string): boolean {
  return /^[0-9]{1,19}$/.test(text)
}

/** True when `left` was made after `right`. */
export function isNewer(left: string, right: string): boolean {
  return BigInt(left) > BigInt(right)
}

/** Media keys start with the media type's number: 3 photo, 13 video. */
export function mediaKey(post: {
  id: string
  kind: string
  history: string[]
}) {
  return `${post.kind === "video" ? 13 : 3}_${post.history[0] ?? post.id}`
}
