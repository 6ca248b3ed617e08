import { type Needed, neededRenewals } from "./minimum"
import type { Story, Year } from "./year"

export interface Report {
  lines: string[]
  /** What is not as it should be; empty when all is well. */
  complaints: string[]
}

/** Endpoints are counted by platform, so accounts of one are added up. */
const PLATFORMS = ["instagram", "twitter", "linkedin"]

/** What a year came to, beside what it had to cost. */
export function reportOf(year: Year, days: number): Report {
  const lines = [
    `Tokens of ${year.stories.length} accounts through ${days} days, hour by hour (${Math.round(year.seconds)} s):`,
    row("account", "needed", "floor", "connected by a person", "in the end"),
    ...year.stories.map((story) => {
      const { minimum, floor } = neededBy(story)
      const times = String(story.lives.length)
      return row(
        story.part.name,
        String(minimum),
        String(floor),
        times,
        story.end
      )
    }),
    row("platform", "needed", "floor", "renewals made", ""),
  ]
  const complaints = year.stories.flatMap(complaintsOf)
  for (const platform of PLATFORMS) {
    const { minimum, floor } = sum(
      year.stories
        .filter(({ part }) => part.connect.platform === platform)
        .map(neededBy)
    )
    const made = year.renewals[platform] ?? 0
    lines.push(row(platform, String(minimum), String(floor), String(made), ""))
    if (made !== minimum) {
      complaints.push(`${platform}: ${made} renewals instead of ${minimum}`)
    }
  }
  if (year.idleQueries > 1) {
    complaints.push(`an idle hour took ${year.idleQueries} queries`)
  }
  const deaths = year.stories.reduce(
    (count, { failures }) => count + failures,
    0
  )
  if (year.warnings.length > 0) {
    complaints.push(`the store warned: ${year.warnings.join(" | ")}`)
  }
  lines.push(
    `${deaths} syncs met a dead token, at most ${year.idleQueries} query in an idle hour.`
  )
  return { lines, complaints }
}

const neededBy = ({ part, lives }: Story): Needed =>
  sum(lives.map((life) => neededRenewals(part.kind, life)))

const sum = (all: Needed[]): Needed => ({
  minimum: all.reduce((total, { minimum }) => total + minimum, 0),
  floor: all.reduce((total, { floor }) => total + floor, 0),
})

function complaintsOf(story: Story): string[] {
  const { part, notices, failures, lives, end } = story
  const deaths = notices.filter((notice) => notice.startsWith("needs_"))
  const checks: [boolean, string][] = [
    [end !== "lost", "was lost without a word"],
    [new Set(notices).size === notices.length, `told twice: ${notices}`],
    // The sync that finds out is the only one that fails.
    [failures === deaths.length, `${failures} syncs failed`],
    [
      part.person === "forgetful" || deaths.length === 0,
      `died although its person reads notices: ${notices}`,
    ],
    [
      lives.length - 1 <= notices.length,
      `connected ${lives.length} times for ${notices.length} notices`,
    ],
  ]
  return checks.flatMap(([holds, complaint]) =>
    holds ? [] : [`${part.name}: ${complaint}`]
  )
}

const row = (...cells: string[]) =>
  `  ${cells.map((cell, index) => cell.padEnd(index === 0 ? 24 : 12)).join(" ")}`
