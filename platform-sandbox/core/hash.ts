/**
 * Deterministic numbers: everything in a world is a function of the seed and of
 * names, never of call order, so that two runs see the same posts and counts.
 */
export function hash(seed: number, ...parts: (string | number)[]): number {
  // FNV-1a over the characters, then a murmur3 finaliser: neighbouring ids must
  // not give neighbouring numbers.
  let h = (0x811c9dc5 ^ seed) >>> 0
  for (const part of parts) {
    const text = typeof part === "string" ? part : String(part)
    for (let i = 0; i < text.length; i++) {
      h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
    }
    h = Math.imul(h ^ 0x1f, 0x01000193)
  }
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  h ^= h >>> 16
  return h >>> 0
}

/** A number in [0, 1). */
export function unit(seed: number, ...parts: (string | number)[]): number {
  return hash(seed, ...parts) / 0x100000000
}

/** An integer in [min, max]. */
export function between(
  min: number,
  max: number,
  seed: number,
  ...parts: (string | number)[]
): number {
  return min + Math.floor(unit(seed, ...parts) * (max - min + 1))
}

/** One of a non-empty list. */
export function pick<T>(
  list: readonly T[],
  seed: number,
  ...parts: (string | number)[]
): T {
  return list[hash(seed, ...parts) % list.length] as T
}

/** A string of `length` decimal digits. */
export function digits(
  length: number,
  seed: number,
  ...parts: (string | number)[]
): string {
  let text = ""
  for (let i = 0; text.length < length; i++) {
    text += String(hash(seed, ...parts, i))
      .padStart(10, "0")
      .slice(1)
  }
  return text.slice(0, length)
}

const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

/** A string of `length` letters and digits, for tokens and short codes. */
export function letters(
  length: number,
  seed: number,
  ...parts: (string | number)[]
): string {
  let text = ""
  for (let i = 0; i < length; i++) {
    text += ALPHABET[hash(seed, ...parts, i) % ALPHABET.length]
  }
  return text
}
