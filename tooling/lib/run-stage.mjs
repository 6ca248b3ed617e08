import { existsSync, rmSync } from "node:fs"
import { join } from "node:path"
import { findChromium } from "./chromium.mjs"
import { readJson } from "./json-file.mjs"
import { log } from "./log.mjs"
import { DATA, ROOT } from "./paths.mjs"
import { start, stop } from "./processes.mjs"

const JEST = join(ROOT, "node_modules/jest/bin/jest.js")

/** Runs one stage; always gives `{ passed, failed, skipped, note? }`. */
export async function runStage(stage, { env, filter, files }) {
  try {
    return stage.jest
      ? await runJest(stage, { env, filter, files })
      : await runCommands(stage, env)
  } catch (error) {
    log(error.message)
    return { passed: 0, failed: 1, skipped: 0, note: error.message }
  }
}

async function runCommands({ title, commands, minutes, mustNotSay }, env) {
  for (const [program, ...args] of commands) {
    const ended = await within(
      minutes,
      start(title, program, args, { env, show: "keep" })
    )
    const { code, output, note } = ended
    const complaint = mustNotSay && output.find((line) => mustNotSay.test(line))
    if (code !== 0 || complaint) {
      output.forEach((line) => log(line))
      return { passed: 0, failed: 1, skipped: 0, note: note ?? complaint }
    }
  }
  return { passed: 1, failed: 0, skipped: 0 }
}

async function runJest(stage, { env, filter, files }) {
  const results = join(DATA, `jest-${stage.name}-${process.pid}.json`)
  const args = [
    JEST,
    "--forceExit",
    "--json",
    `--outputFile=${results}`,
    "--passWithNoTests",
    ...(stage.workers ? [`--maxWorkers=${stage.workers}`] : ["--runInBand"]),
    ...(filter ? ["-t", filter] : []),
    ...files,
  ]
  const handle = start(stage.title, process.execPath, args, {
    show: "as-is",
    env: {
      ...env,
      ...(stage.browser ? { CHROMIUM_PATH: await findChromium() } : {}),
      TEST_TYPE: stage.name,
      // Every store that boots tells of hundreds of migrations otherwise.
      LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
      NODE_ENV: "test",
      NODE_OPTIONS: "--experimental-vm-modules --no-warnings",
    },
  })
  const { code, note } = await within(stage.minutes, handle)
  const told = existsSync(results) ? readJson(results) : {}
  rmSync(results, { force: true })
  return { ...count(told, code), ...(note ? { note } : {}) }
}

/** A file that could not even run counts as one failure, so does a crash. */
function count(results, code) {
  const failed =
    (results.numFailedTests ?? 0) + (results.numRuntimeErrorTestSuites ?? 0)
  return {
    passed: results.numPassedTests ?? 0,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: (results.numPendingTests ?? 0) + (results.numTodoTests ?? 0),
  }
}

/** A stage that hangs is stopped and has failed. */
async function within(minutes, handle) {
  let note
  const alarm = setTimeout(() => {
    note = `stopped after ${minutes} minutes`
    void stop(handle)
  }, minutes * 60_000)
  const { code, error } = await handle.exit
  clearTimeout(alarm)
  return {
    code: note ? 1 : code,
    output: handle.output,
    note: note ?? error?.message,
  }
}
