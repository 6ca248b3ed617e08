import { spawn } from "node:child_process"
import { once } from "node:events"
import { join, resolve } from "node:path"
import { createInterface } from "node:readline"
import type { StoreSettings } from "./store-module"

export interface ChildEvent {
  event:
    | "ready"
    | "started"
    | "resumed"
    | "renewed"
    | "imported"
    | "progress"
    | "log"
    | "done"
    | "failed"
  [key: string]: unknown
}

export interface StoreChild {
  /** Everything it said so far. */
  events: ChildEvent[]
  /** Waits until it says this; fails when it ends without. */
  until(event: ChildEvent["event"]): Promise<ChildEvent>
  /** Lets a process that is ready begin. */
  go(): void
  /** `kill -9`: no handler runs, no transaction ends, no lease is given back. */
  kill(): void
  /** Exit code, `null` after a kill. */
  ended: Promise<number | null>
}

const running = new Set<StoreChild>()

/** Starts `store-process.ts` on a database. */
export function startStoreChild(
  command:
    | "sync"
    | "sync-each"
    | "renew"
    | "resume"
    | "migrate"
    | "import"
    | "import-due"
    | "resume-imports",
  settings: StoreSettings & { scope?: Record<string, unknown> }
): StoreChild {
  const { databaseUrl, sandboxUrl, ...options } = settings
  const given = (["scope", "module", "platform"] as const).flatMap((name) =>
    options[name] ? [`--${name}=${JSON.stringify(options[name])}`] : []
  )
  const child = spawn(
    process.execPath,
    [
      "-r",
      "ts-node/register",
      join(__dirname, "store-process.ts"),
      command,
      `--sandbox=${sandboxUrl}`,
      ...given,
    ],
    {
      cwd: resolve(__dirname, "../.."),
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, DATABASE_URL: databaseUrl },
    }
  )
  // Writing to a process that was killed is no error of the test.
  child.stdin.on("error", () => undefined)
  const events: ChildEvent[] = []
  const waiting = new Set<() => void>()
  const tell = () => waiting.forEach((look) => look())
  createInterface({ input: child.stdout }).on("line", (line) => {
    events.push(parsed(line))
    tell()
  })
  let over = false
  const ended = once(child, "close").then(([code]) => {
    over = true
    running.delete(handle)
    tell()
    return code as number | null
  })
  const handle: StoreChild = {
    events,
    until: (event) =>
      new Promise((done, fail) => {
        const look = () => {
          const said = events.find((one) => one.event === event)
          if (said || over) {
            waiting.delete(look)
          }
          if (said) {
            done(said)
          } else if (over) {
            fail(new Error(`It ended without "${event}": ${lastWords(events)}`))
          }
        }
        waiting.add(look)
        look()
      }),
    go: () => child.stdin.write("go\n"),
    kill: () => child.kill("SIGKILL"),
    ended,
  }
  running.add(handle)
  return handle
}

/** Ends what a failed test left running. */
export async function endStoreChildren(): Promise<void> {
  for (const child of [...running]) {
    child.kill()
    await child.ended
  }
}

/** Libraries write to stdout too. */
function parsed(line: string): ChildEvent {
  try {
    return JSON.parse(line) as ChildEvent
  } catch {
    return { event: "log", level: "stdout", text: line }
  }
}

const lastWords = (events: readonly ChildEvent[]) =>
  JSON.stringify(events.slice(-3))
