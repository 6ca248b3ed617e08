import { around, normal, type Random } from "./random"

/** Posts are followed for this long. */
export const LIFE_HOURS = 90 * 24

const DAY = 24

/** How an account's posts do, on the whole. */
export interface Audience {
  /** Views of a middling post in the end. */
  views: number
  /** Hours until a middling post has about two thirds of them. */
  pace_hours: number
}

/** Views that a post gains in each hour of its life, before chance. */
type Growth = (hour: number) => number

/** Fast at first, then less and less: by far the most posts. */
const saturating =
  (views: number, pace: number): Growth =>
  (hour) =>
    views * (Math.exp(-hour / pace) - Math.exp(-(hour + 1) / pace))

/** Found again and again, e.g. by search: grows with the logarithm of age. */
const longTail =
  (views: number): Growth =>
  (hour) =>
    (views / 8) * Math.log((hour + 7) / (hour + 6))

/** Somebody big shares it weeks later. */
function secondWave(random: Random, views: number, first: Growth): Growth {
  const start = DAY * (3 + 57 * random())
  const wave = saturating(views * (0.3 + 1.2 * random()), 6 + 42 * random())
  return (hour) => first(hour) + (hour < start ? 0 : wave(hour - start))
}

/** The platform takes away what bots had brought, over three days. */
function purge(random: Random): Growth {
  const start = DAY * (2 + 40 * random())
  const lost = 0.02 + 0.18 * random()
  return (hour) => (hour >= start && hour < start + 72 ? lost / 72 : 0)
}

const NO_LOSS: Growth = () => 0

/** One in five dies at once, 15 % have a long tail, 10 % lose, 8 % come back. */
function drawGrowth(random: Random, { views, pace_hours }: Audience) {
  const size = around(random, views, 1.2)
  const usual = saturating(size, around(random, pace_hours, 0.6))
  const kind = random()
  return {
    growth:
      kind < 0.2
        ? saturating(size * 0.03, 2)
        : kind < 0.35
          ? longTail(size)
          : kind >= 0.45 && kind < 0.53
            ? secondWave(random, size, usual)
            : usual,
    loss: kind >= 0.35 && kind < 0.45 ? purge(random) : NO_LOSS,
  }
}

/**
 * Views of a post at each full hour of its life: its growth with day and
 * night, and heavy chance in every hour.
 *
 * @param published hour of the simulation
 */
export function drawViews(
  random: Random,
  audience: Audience,
  published: number
): Float32Array {
  const { growth, loss } = drawGrowth(random, audience)
  const views = new Float32Array(LIFE_HOURS + 2)
  let sum = 0
  for (let hour = 0; hour <= LIFE_HOURS; hour++) {
    const time = (((published + hour) % DAY) + DAY) % DAY
    const awake = 1 + 0.6 * Math.sin(((time - 9) / DAY) * 2 * Math.PI)
    const chance = Math.exp(normal(random) - 0.5)
    sum = (sum + growth(hour) * awake * chance) * (1 - loss(hour))
    views[hour + 1] = sum
  }
  return views
}
