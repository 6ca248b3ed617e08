import { spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { setTimeout as wait } from "node:timers/promises"
import { forget, forgetRun, remember } from "./leftovers.mjs"
import { log } from "./log.mjs"
import { ROOT } from "./paths.mjs"
import { parentOf, processCommand, processStamp } from "./process-identity.mjs"

/** What runs now, oldest first; it is stopped in the opposite order. */
const running = []
let stopping = null

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches only
 * us and we stop everything in order.
 *
 * - `show`: `"lines"` prints its output to stderr behind its name, `"errors"`
 *   only what it says on stderr, `"as-is"` passes it through (stdout to stdout),
 *   `"keep"` shows it only on failure
 * - `vital`: when it ends by itself, everything ends
 * - `stopSignal`: what asks it to end (default SIGTERM)
 */
export function start(name, command, args, options = {}) {
  if (stopping) {
    throw new Error("Stopping.")
  }
  const {
    show = "lines",
    stopSignal = "SIGTERM",
    vital,
    env,
    ...rest
  } = options
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio:
      show === "as-is"
        ? ["ignore", "inherit", "inherit"]
        : ["ignore", "pipe", "pipe"],
    detached: true,
    ...rest,
    env: { ...process.env, ...env },
  })
  const handle = { name, child, stopSignal, output: [], ended: null }
  handle.exit = new Promise((done) => {
    const end = (code, signal, error) => {
      if (handle.ended) {
        return
      }
      handle.ended = { code, signal, error }
      running.splice(running.indexOf(handle), 1)
      if (child.pid) {
        forget(child.pid)
      }
      done(handle.ended)
      if (vital && !stopping && !handle.asked) {
        // Reaches `supervise`, whoever waits for what.
        setImmediate(() => {
          throw new Error(failure(handle, error))
        })
      }
    }
    child.once("error", (error) => end(null, null, error))
    child.once("close", (code, signal) => end(code, signal))
  })
  running.push(handle)
  if (child.pid) {
    remember(name, child.pid)
  }
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) {
      createInterface({ input: stream }).on("line", (line) => {
        handle.output.push(line)
        handle.output.splice(0, handle.output.length - 2000)
        if (
          show === "lines" ||
          (show === "errors" && stream === child.stderr)
        ) {
          log(`  ${name} | ${line}`)
        }
      })
    }
  }
  return handle
}

/** Runs a program to its end; throws with its last lines when it fails. */
export async function run(name, command, args, options = {}) {
  const handle = start(name, command, args, options)
  const { code, error } = await handle.exit
  if (code !== 0) {
    throw new Error(failure(handle, error))
  }
  return handle
}

/** Throws when a program that should serve has ended. */
export function mustRun(handle) {
  if (handle.ended) {
    throw new Error(failure(handle, handle.ended.error))
  }
}

function failure({ name, ended, output }, error) {
  const how = error?.message ?? `code ${ended.code ?? ended.signal}`
  const told =
    output.length <= 50
      ? output
      : [...output.slice(0, 15), "…", ...output.slice(-35)]
  return [`${name} ended unexpectedly (${how}).`, ...told].join("\n")
}

/** Asks a program and all it started to end; insists after some seconds. */
export async function stop(handle, patienceMs = 15_000) {
  if (handle.ended) {
    return
  }
  handle.asked = true
  signalGroup(handle, handle.stopSignal)
  await Promise.race([handle.exit, wait(patienceMs, null, { ref: false })])
  if (!handle.ended) {
    signalGroup(handle, "SIGKILL")
    await handle.exit
  }
}

function signalGroup({ child }, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // Gone in the meantime.
  }
}

/** Stops everything this run started, newest first. */
export function stopAll() {
  stopping ??= (async () => {
    while (running.length) {
      await stop(running.at(-1))
    }
    forgetRun()
  })()
  return stopping
}

/**
 * Runs a command's main function so that nothing survives it: Ctrl-C, a kill,
 * an error or the end of the `npm` that started us all stop everything first.
 * @param main gives the exit code
 */
export function supervise(main, beforeExit = async () => {}) {
  const end = async (code) => {
    await stopAll()
    await beforeExit()
    process.exit(code)
  }
  const fail = (error) => {
    if (!stopping) {
      log(`\n${error instanceof Error ? error.message : error}`)
      if (process.env.DEBUG) {
        log(error.stack)
      }
      void end(1)
    }
  }
  let asked = 0
  const onSignal = (code) => () => {
    if (stopping) {
      // Asked twice: no more patience. Not when the terminal and npm both pass
      // on one and the same Ctrl-C.
      if (Date.now() - asked > 1_000) {
        process.exit(code)
      }
      return
    }
    asked = Date.now()
    log("\nStopping …")
    void end(code)
  }
  process.on("SIGINT", onSignal(130))
  process.on("SIGTERM", onSignal(143))
  process.on("SIGHUP", onSignal(129))
  process.on("uncaughtException", fail)
  process.on("unhandledRejection", fail)
  process.on("exit", () => {
    for (const handle of running) {
      signalGroup(handle, "SIGKILL")
    }
  })
  followNpm(onSignal(129))
  main().then((code) => !stopping && end(code), fail)
}

/**
 * npm passes signals on to a shell that keeps them to itself, and one that is
 * killed passes nothing. So we look whether it is still there.
 */
function followNpm(onEnd) {
  const npm = [process.ppid, parentOf(process.ppid)].find((pid) =>
    /\bnpm\b/.test(processCommand(pid) ?? "")
  )
  const stamp = npm && processStamp(npm)
  if (stamp) {
    const look = () => processStamp(npm) !== stamp && !stopping && onEnd()
    setInterval(look, 2_000).unref()
  }
}
