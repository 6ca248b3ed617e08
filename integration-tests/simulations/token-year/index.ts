import { reportOf } from "./report"
import { liveThrough } from "./year"

/** 400 days in the life of eight accounts. Gives how many checks failed. */
export async function simulateTokenYear(days = 400): Promise<number> {
  const { lines, complaints } = reportOf(await liveThrough(days), days)
  process.stdout.write(`${lines.join("\n")}\n`)
  for (const complaint of complaints) {
    process.stdout.write(`  WRONG: ${complaint}\n`)
  }
  return complaints.length
}
