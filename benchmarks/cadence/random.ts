/** Numbers from 0 to 1 that look random and are the same for each seed. */
export type Random = () => number

/** The generator "mulberry32": 32 bits of state are enough for a simulation. */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** About normal, mean 0 and deviation 1. */
export const normal = (random: Random): number =>
  (random() + random() + random() + random() + random() + random() - 3) *
  Math.SQRT2

/** Around a middle, as far above as below by factors. */
export const around = (
  random: Random,
  middle: number,
  spread: number
): number => middle * Math.exp(spread * normal(random))
