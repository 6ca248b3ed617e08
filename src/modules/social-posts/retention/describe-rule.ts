import type { RetentionRule } from "../../../platform-kit"

const HOURS_A_DAY = 24

/** What is kept, and from when its time counts. */
const WORDS: Record<RetentionRule["data"], { what: string; since: string }> = {
  comments: { what: "Comments", since: "they were read last" },
  comment_authors: {
    what: "The names of people who commented",
    since: "they were read last",
  },
  posts: {
    what: "Texts and pictures of posts",
    since: "they were read last",
  },
  numbers: { what: "Numbers", since: "they were read" },
}

/** One sentence for a merchant. */
export function describeRule(
  { data, keep_hours }: RetentionRule,
  from: "platform" | "store",
  label: string
): string {
  const { what, since } = WORDS[data]
  const reason = from === "platform" ? `${label} demands it.` : "You set it."
  return keep_hours === 0
    ? `${what} are removed within a day after the post was deleted on ${label}. ${reason}`
    : `${what} are removed ${lengthOf(keep_hours)} after ${since}. ${reason}`
}

function lengthOf(hours: number): string {
  return hours > 2 * HOURS_A_DAY && hours % HOURS_A_DAY === 0
    ? `${hours / HOURS_A_DAY} days`
    : `${hours} ${hours === 1 ? "hour" : "hours"}`
}
