import { existsSync, readdirSync, renameSync, rmSync } from "node:fs"
import { basename, join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { readJson, writeJson } from "./json-file.mjs"
import { log } from "./log.mjs"
import { DATA } from "./paths.mjs"
import { processStamp } from "./process-identity.mjs"

/**
 * A run writes down what it started. When it is killed without a chance to
 * clean up, the next one finds the list and stops exactly those processes.
 */
const FOLDER = join(DATA, "runs")
const own = join(FOLDER, `${process.pid}.json`)

// A list that is there already is of an earlier process with our id.
if (existsSync(own)) {
  renameSync(own, join(FOLDER, `${process.pid}-earlier-${Date.now()}.json`))
}

const isAlive = ({ pid, stamp }) =>
  stamp !== null && processStamp(pid) === stamp

export function remember(name, pid) {
  const run = ownRun()
  run.children.push({ name, pid, stamp: processStamp(pid) })
  writeJson(own, run)
}

export function forget(pid) {
  if (existsSync(own)) {
    const run = ownRun()
    run.children = run.children.filter((child) => child.pid !== pid)
    writeJson(own, run)
  }
}

/** Names this run, e.g. `start`; says which other one lives under that name. */
export function claimRun(name) {
  const other = runs().find((run) => run.name === name && isAlive(run))
  if (!other) {
    writeJson(own, { ...ownRun(), name })
  }
  return other?.pid ?? null
}

export function forgetRun() {
  rmSync(own, { force: true })
}

/** Stops what killed runs left behind; living runs keep theirs. */
export async function stopLeftovers() {
  for (const run of runs()) {
    if (isAlive(run)) {
      continue
    }
    for (const child of (run.children ?? []).reverse()) {
      await stopLeftover(child)
    }
    rmSync(run.file, { force: true })
  }
}

function ownRun() {
  return existsSync(own)
    ? readJson(own)
    : { pid: process.pid, stamp: processStamp(process.pid), children: [] }
}

function runs() {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER) : []
  return files
    .map((file) => join(FOLDER, file))
    .map((file) => ({ ...readJson(file), file }))
    .filter((run) => basename(run.file) !== basename(own))
}

async function stopLeftover(child) {
  if (!isAlive(child)) {
    return
  }
  log(`Stopping ${child.name}, left over from an interrupted run`)
  // SIGINT ends PostgreSQL at once and cleanly; Node servers obey it too.
  for (const signal of ["SIGINT", "SIGKILL"]) {
    kill(child.pid, signal)
    for (let i = 0; i < 100 && isAlive(child); i++) {
      await wait(100)
    }
  }
}

function kill(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch {
    // Gone in the meantime.
  }
}
