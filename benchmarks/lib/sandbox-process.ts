import { spawn } from "node:child_process"
import { once } from "node:events"
import { join, resolve } from "node:path"
import { createInterface } from "node:readline"
import axios from "axios"
import type {
  WorldAccount,
  WorldOptions,
  WorldPost,
} from "../../platform-sandbox"

export interface SandboxProcess {
  url: string
  /** Builds a world and gives what is in it. */
  rebuild(options: WorldOptions): Promise<World>
  setLatency(ms: number): Promise<void>
  resetLedger(): Promise<void>
  callsOf(platform: string): Promise<number>
  close(): Promise<void>
}

export interface World {
  accounts(): WorldAccount[]
  posts(): WorldPost[]
}

/** A sandbox in a process of its own: its work must not slow down ours. */
export async function startSandboxProcess(): Promise<SandboxProcess> {
  const root = resolve(__dirname, "../..")
  const child = spawn(
    process.execPath,
    ["-r", "ts-node/register", join(root, "platform-sandbox/main.ts")],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"] }
  )
  const ended = once(child, "close")
  const [url] = (await Promise.race([
    once(createInterface({ input: child.stdout }), "line"),
    ended.then(() => {
      throw new Error("The sandbox did not start.")
    }),
  ])) as [string]
  const control = axios.create({ baseURL: `${url}/__sandbox` })
  return {
    url,
    rebuild: async (options) => {
      await control.post("/world", options)
      const { data } = await control.get<{
        accounts: WorldAccount[]
        posts: WorldPost[]
      }>("/world")
      return { accounts: () => data.accounts, posts: () => data.posts }
    },
    setLatency: async (ms) => {
      await control.post("/latency", { ms })
    },
    resetLedger: async () => {
      await control.delete("/ledger")
    },
    callsOf: async (platform) => {
      const { data } = await control.get("/ledger")
      return data.platforms[platform].calls
    },
    close: async () => {
      child.kill("SIGTERM")
      await ended
    },
  }
}
