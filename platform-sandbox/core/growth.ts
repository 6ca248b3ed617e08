import { unit } from "./hash"

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * Share of its final size a count has reached at an age: a steep first day, then
 * a slow tail that never stands still, so that a later sync always sees growth.
 */
export function growth(age_ms: number): number {
  if (age_ms <= 0) {
    return 0
  }
  const burst = 1 - Math.exp(-age_ms / (30 * HOUR))
  const tail = Math.log1p(age_ms / DAY) / Math.log1p(365)
  return 0.8 * burst + 0.2 * tail
}

/** A count that only rises. */
export function countAt(final: number, age_ms: number): number {
  return Math.floor(final * growth(age_ms))
}

/**
 * An estimated unique count: on about every tenth day of a post's life the
 * platform corrects it downwards by up to 3 %, as real reach figures do.
 */
export function estimateAt(
  final: number,
  age_ms: number,
  seed: number,
  id: string
): number {
  const value = final * growth(age_ms)
  const day = Math.floor(age_ms / DAY)
  if (day > 0 && unit(seed, id, "correction", day) < 0.1) {
    return Math.floor(value * (1 - 0.03 * unit(seed, id, "size", day)))
  }
  return Math.floor(value)
}

/** Age at which the `n`th unit of a count appears (1-based); the inverse of `countAt`. */
export function ageOfNth(final: number, n: number): number {
  const share = n / final
  let low = 0
  let high = HOUR
  while (growth(high) < share && high < 4000 * DAY) {
    high *= 2
  }
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (growth(middle) < share) {
      low = middle
    } else {
      high = middle
    }
  }
  // Round up so that `countAt(final, ageOfNth(final, n)) >= n` also in integers.
  return Math.ceil(high) + 1
}
