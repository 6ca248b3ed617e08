import { reportOf } from "./report"
import { liveThrough } from "./year"

/** 4,000 posts on eight accounts through a year. Gives how many checks failed. */
export async function simulateRecordYear(
  days = 365,
  posts = 4000
): Promise<number> {
  const { lines, complaints } = reportOf(
    await liveThrough({ days, posts, seed: 1 })
  )
  process.stdout.write(`${lines.join("\n")}\n`)
  for (const complaint of complaints) {
    process.stdout.write(`  WRONG: ${complaint}\n`)
  }
  return complaints.length
}
