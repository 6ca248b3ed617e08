import { simulateKills } from "./kills"
import { simulateRecordYear } from "./record-year"
import { simulateTokenYear } from "./token-year"

/** Each prints what it did and gives how many of its checks failed. */
const SIMULATIONS: Record<string, (...sizes: number[]) => Promise<number>> = {
  kills: () => simulateKills(),
  tokens: (days) => simulateTokenYear(days),
  year: simulateRecordYear,
}

/**
 * `npm run simulate [-- <name> …]`: the long simulations, all by default. Numbers
 * make them smaller: `npm run simulate -- year 30 400` is 30 days, 400 posts.
 */
async function main(): Promise<number> {
  const given = process.argv.slice(2)
  const sizes = given.filter((one) => /^\d+$/.test(one)).map(Number)
  const wanted = given.filter((one) => !/^\d+$/.test(one))
  const unknown = wanted.filter((name) => !(name in SIMULATIONS))
  if (unknown.length > 0) {
    throw new Error(
      `No simulation ${unknown.join(", ")}; there are ${Object.keys(SIMULATIONS).join(", ")}.`
    )
  }
  let failed = 0
  for (const [name, simulate] of Object.entries(SIMULATIONS)) {
    if (wanted.length === 0 || wanted.includes(name)) {
      failed += await simulate(...sizes)
    }
  }
  return failed
}

main().then(
  (failed) => process.exit(failed === 0 ? 0 : 1),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`)
    process.exit(1)
  }
)
