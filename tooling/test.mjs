/**
 * `npm test`: everything, from a fresh clone.
 *
 * `npm test -- --only unit,http` runs some stages, `-t <text>` the tests whose
 * name holds it, further words the files whose path holds them.
 */
import { parseArgs } from "node:util"
import { checkNode, install } from "./lib/install.mjs"
import { stopLeftovers } from "./lib/leftovers.mjs"
import { log, since } from "./lib/log.mjs"
import { supervise } from "./lib/processes.mjs"

let remove = () => {}

async function main() {
  checkNode()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: "string" },
      t: { type: "string", short: "t" },
    },
  })
  await stopLeftovers()
  await install()
  const stages = await choose(values, positionals)
  const env = await environment(stages)

  const { runStage } = await import("./lib/run-stage.mjs")
  const run = async (stage) => {
    log(`\n── ${stage.title}`)
    const started = Date.now()
    const result = await runStage(stage, {
      env,
      filter: values.t,
      files: positionals,
    })
    const told = { stage, result, took: since(started) }
    log(describe(told))
    return told
  }
  // Checks of the sources only read: they need not wait for each other.
  const checks = stages.filter(({ jest }) => !jest)
  const results = await Promise.all(checks.map(run))
  for (const stage of stages.filter(({ jest }) => jest)) {
    results.push(await run(stage))
  }
  return summarise(results)
}

async function choose({ only, t }, files) {
  const { STAGES, hasSpecs } = await import("./lib/stages.mjs")
  const names = only?.split(",").map((name) => name.trim())
  const unknown = names?.find((n) => !STAGES.some(({ name }) => name === n))
  if (unknown) {
    throw new Error(
      `There is no stage "${unknown}". Stages: ${STAGES.map(({ name }) => name).join(", ")}.`
    )
  }
  return STAGES.filter(
    (stage) =>
      (!names || names.includes(stage.name)) &&
      (stage.jest || !(t || files.length)) &&
      (!stage.jest || stage.name === "unit" || hasSpecs(stage.name))
  )
}

/** Tests never reach a real platform: what the shell says about one is dropped. */
async function environment(stages) {
  const env = { MEDUSA_DISABLE_TELEMETRY: "true" }
  for (const name of Object.keys(process.env)) {
    if (name.startsWith("SOCIAL_")) {
      delete process.env[name]
    }
  }
  if (!stages.some((stage) => stage.database)) {
    return env
  }
  log("Starting the test database …")
  const { startTestDatabase } = await import("./lib/test-database.mjs")
  const test = await startTestDatabase()
  remove = test.remove
  return { ...env, ...test.env }
}

function describe({ stage, result, took }) {
  const { passed, failed, skipped, note } = result
  const numbers = stage.jest
    ? `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`
    : failed
      ? "failed"
      : "passed"
  return `── ${stage.title}: ${numbers} (${took})${note ? ` – ${note}` : ""}`
}

function summarise(results) {
  log("")
  results.forEach((line) => log(describe(line)))
  const sum = (key) =>
    results.reduce((total, { result }) => total + result[key], 0)
  process.stdout.write(`${sum("passed")} passed, ${sum("failed")} failed\n`)
  return sum("failed") ? 1 : 0
}

supervise(main, async () => remove())
