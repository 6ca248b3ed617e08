import { simulateKills } from "./kills"
import { simulateTokenYear } from "./token-year"

/** Each prints what it did and gives how many of its checks failed. */
const SIMULATIONS: Record<string, () => Promise<number>> = {
  kills: simulateKills,
  tokens: simulateTokenYear,
}

/** `npm run simulate [-- <name> …]`: the long simulations, all by default. */
async function main(): Promise<number> {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !(name in SIMULATIONS))
  if (unknown.length > 0) {
    throw new Error(
      `No simulation ${unknown.join(", ")}; there are ${Object.keys(SIMULATIONS).join(", ")}.`
    )
  }
  let failed = 0
  for (const [name, simulate] of Object.entries(SIMULATIONS)) {
    if (wanted.length === 0 || wanted.includes(name)) {
      failed += await simulate()
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
