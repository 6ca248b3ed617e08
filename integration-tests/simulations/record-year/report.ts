import { PLATFORMS } from "./scenery"
import type { Year } from "./year"

export interface Report {
  lines: string[]
  /** What is not as it should be; empty when all is well. */
  complaints: string[]
  /** Calls made for each that had to be, by platform. */
  ratios: Record<string, number>
}

/** Calls may be this many times the fewest there can be. */
const MOST_CALLS = 1.2
/** How many complaints of a kind are told one by one. */
const TOLD = 5

/** What a year came to, beside what it had to. */
export function reportOf(year: Year): Report {
  const { size, witness, daily, inventory, counts, calls } = year
  const totals = PLATFORMS.map((platform) => {
    const sum = (side: "made" | "least") =>
      Object.entries(calls.costs)
        .filter(([work]) => work !== "persons")
        .reduce((all, [, cost]) => all + cost[side][platform], 0)
    const struck = year.strikes[platform] ?? 0
    const made = sum("made")
    const least = sum("least") + struck
    return { platform, made, least, struck, ratio: made / least }
  })
  const works = Object.entries(calls.costs).map(([work, { made, least }]) =>
    row(
      `  ${work}`,
      ...PLATFORMS.map((platform) => `${made[platform]}/${least[platform]}`)
    )
  )
  const lines = [
    `${size.days} days of ${PLATFORMS.length} platforms, ${counts.accounts ?? 8} accounts and ${inventory.posts} posts, hour by hour (${Math.round(year.seconds)} s):`,
    row("platform", "readings", "calls", "minimum", "faults", "ratio"),
    ...totals.map(({ platform, made, least, struck, ratio }) =>
      row(
        platform,
        String(witness.readings[platform] ?? 0),
        String(made),
        String(least),
        String(struck),
        ratio.toFixed(3)
      )
    ),
    row("calls/minimum", ...PLATFORMS),
    ...works,
    ...PLATFORMS.map(
      (platform) => `  ${platform}: ${told(year.endpoints[platform] ?? {})}`
    ),
    `  seconds: ${told(calls.seconds)}; statements: ${told(calls.statements)}`,
    `  numbers compared when they were read: ${witness.right} true, ${witness.wrongReadings} readings wrong; not known: ${told(witness.reasons)}`,
    `  in the end: ${inventory.posts} posts (${counts.stories} stories, ${inventory.unavailable} of ${counts.deletions} deleted), ${inventory.compared} compared, ${counts.snapshots} snapshots, ${counts.comments} comments, ${counts.syncs} syncs, ${counts.imports} imports, ${counts.persons} times a person entered a new token`,
    `  webhooks: ${told(year.webhooks)}`,
    `  removed by retention: ${told(year.removed)}`,
    `  daily rows: ${daily.rows}, gaps ${daily.gaps}, numbers ${daily.numbers}, reasons: ${told(daily.reasons)}`,
    `  faults that struck: ${told(year.trouble.struck)}`,
    `  the store warned: ${told(year.warnings)}`,
  ]
  const unexplained = Object.entries(daily.unexplained)
  const complaints = [
    ...year.complaints,
    ...witness.wrong,
    ...inventory.complaints,
    ...(daily.gaps > 0 ? [`${daily.gaps} days have no row`] : []),
    ...(unexplained.length > 0
      ? [`numbers without a reason: ${told(daily.unexplained)}`]
      : []),
    ...totals
      .filter(({ ratio }) => ratio > MOST_CALLS)
      .map(
        ({ platform, made, least }) =>
          `${platform}: ${made} calls instead of ${least}`
      ),
  ]
  const ratios = Object.fromEntries(
    totals.map(({ platform, ratio }) => [platform, ratio])
  )
  return { lines, complaints: inShort(complaints), ratios }
}

/** The first of each kind, and how many more there are. */
function inShort(complaints: readonly string[]): string[] {
  const kinds = new Map<string, string[]>()
  for (const complaint of complaints) {
    const kind = complaint.replace(/[0-9][0-9A-Z_:.-]*/g, "#")
    kinds.set(kind, [...(kinds.get(kind) ?? []), complaint])
  }
  return [...kinds.values()].flatMap((alike) => {
    const more = alike.length - TOLD
    return more > 0
      ? [...alike.slice(0, TOLD), `and ${more} more of this kind`]
      : alike
  })
}

const told = (counts: Record<string, number>) =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${Math.round(count)}`)
    .join(", ") || "nothing"

const row = (...cells: string[]) =>
  `  ${cells.map((cell, index) => cell.padEnd(index === 0 ? 16 : 14)).join(" ")}`
