import { hash } from "../core/hash"

/**
 * Ids carry a time, and must be the same for a seed whatever the clock says: a
 * post's id is made from its age at construction against this fixed moment.
 */
const ID_EPOCH = Date.UTC(2026, 10, 1)

/** 19 digits; newer is larger. */
export function timedId(
  age_ms: number,
  seed: number,
  ...parts: (string | number)[]
): string {
  const low = BigInt(hash(seed, "id", ...parts) & 0x3fffff)
  return String((BigInt(Math.round(ID_EPOCH - age_ms)) << 22n) | low)
}

/** Id of something that came a while after `id`. */
export function idAfter(
  id: string,
  after_ms: number,
  seed: number,
  ...parts: (string | number)[]
): string {
  const time = (BigInt(id) >> 22n) + BigInt(Math.round(after_ms))
  const low = BigInt(hash(seed, "id", ...parts) & 0x3fffff)
  return String((time << 22n) | low)
}
