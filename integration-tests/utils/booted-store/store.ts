import { spawn } from "node:child_process"
import { createServer, type AddressInfo } from "node:net"
import { setTimeout as wait } from "node:timers/promises"
import axios, { type AxiosInstance } from "axios"
import { binary, plainEnvironment, run } from "./commands"

export interface RunningStore {
  url: string
  /** Signed in as an admin. */
  admin: AxiosInstance
  stop(): Promise<void>
}

/** The admin user every such store has. */
export const USER = { email: "admin@example.com", password: "booted-store" }

/** Installs, migrates and adds an admin user. */
export async function prepareStore(
  folder: string,
  env: Record<string, string>
): Promise<void> {
  const medusa = (...args: string[]) =>
    run(
      process.execPath,
      [binary(folder, "medusa"), ...args],
      folder,
      plainEnvironment(env)
    )
  await medusa("db:migrate", "--execute-safe-links")
  await medusa("user", "-e", USER.email, "-p", USER.password)
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}

/** Boots the store with `medusa start` and signs in. */
export async function startStore(
  folder: string,
  env: Record<string, string>
): Promise<RunningStore> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(
    process.execPath,
    [binary(folder, "medusa"), "start", "-H", "127.0.0.1", "-p", `${port}`],
    { cwd: folder, env: plainEnvironment(env) }
  )
  let said = ""
  child.stdout.on("data", (text) => (said += text))
  child.stderr.on("data", (text) => (said += text))
  const ended = new Promise<void>((done) => child.once("close", () => done()))

  const admin = axios.create({
    baseURL: url,
    timeout: 60_000,
  })
  const stop = async () => {
    child.kill("SIGTERM")
    const insist = setTimeout(() => child.kill("SIGKILL"), 10_000)
    await ended
    clearTimeout(insist)
  }
  try {
    await untilHealthy(admin, () => child.exitCode !== null)
    const { data } = await admin.post("/auth/user/emailpass", USER)
    admin.defaults.headers.common.authorization = `Bearer ${data.token}`
  } catch (error) {
    await stop()
    throw new Error(`The store did not start: ${error}\n${said}`)
  }
  return { url, admin, stop }
}

async function untilHealthy(
  store: AxiosInstance,
  hasEnded: () => boolean
): Promise<void> {
  for (let i = 0; i < 300 && !hasEnded(); i++) {
    const answer = await store.get("/health").catch(() => null)
    if (answer?.status === 200) {
      return
    }
    await wait(200)
  }
  throw new Error("no answer from /health")
}
