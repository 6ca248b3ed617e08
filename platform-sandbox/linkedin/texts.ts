import { pick } from "../core/hash"

const OPENINGS = [
  "How we make",
  "A year of",
  "Meet the people behind",
  "Three lessons from",
  "Why we changed",
]

const THINGS = [
  "the linen apron",
  "our repair workshop",
  "the walnut desk lamp",
  "packaging without plastic",
  "the new warehouse",
]

const COMMENTS = [
  "Great work!",
  "Congratulations to the team.",
  "How long did this take?",
  "Do you ship to Norway?",
  "We did the same last year, and it paid off.",
]

export const postText = (seed: number, key: string): string =>
  `${pick(OPENINGS, seed, key, "open")} ${pick(THINGS, seed, key, "thing")}.`

export const commentText = (seed: number, key: string): string =>
  pick(COMMENTS, seed, key, "comment")
