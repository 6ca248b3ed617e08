import { measureCadence } from "./cadence"
import { callsPer100 } from "./calls-per-100"
import { measureHistory } from "./history"
import { startSandboxProcess } from "./lib/sandbox-process"
import { measurePipeline } from "./pipeline"
import { printTable } from "./report"
import { sync1000 } from "./sync-1000"

/**
 * `npm run bench [-- --json] [--snapshots=1000000]`: what a sync costs, as
 * ratios in one run.
 */
async function main(): Promise<void> {
  const sandbox = await startSandboxProcess()
  try {
    const result = {
      calls_per_100_posts: await callsPer100(sandbox),
      sync_1000_posts_100ms: await sync1000(sandbox),
      pipeline: await measurePipeline(),
      history: await measureHistory(snapshotsAsked()),
      cadence: measureCadence(),
    }
    if (process.argv.includes("--json")) {
      process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
    } else {
      printTable(result)
    }
  } finally {
    await sandbox.close()
  }
}

/** Size of the largest history; the usual one when nobody says. */
function snapshotsAsked(): number | undefined {
  const given = process.argv.find((one) => one.startsWith("--snapshots="))
  const number = Number(given?.split("=")[1])
  return number > 0 ? number : undefined
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`)
    process.exit(1)
  }
)
