import { spawn } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createSandbox, type Sandbox } from "../../platform-sandbox"
import {
  binary,
  plainEnvironment,
  ROOT,
  run,
} from "../utils/booted-store/commands"
import { createDatabase, dropDatabase } from "../utils/booted-store/database"
import { sandboxEnv } from "../utils/sandbox-env"
import { openStore, type Store } from "../utils/store-module"
import { seedStore } from "../utils/store-world"
import { until } from "../utils/until"

jest.setTimeout(600000)

const DATABASE = `command_line_${process.pid}`

interface Said {
  code: number | null
  out: string
  err: string
}

describe("the command line", () => {
  let sandbox: Sandbox
  let env: Record<string, string>
  let store: Store
  let folder: string
  let accountId: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "social-command-"))
    sandbox = await createSandbox({
      seed: 1,
      plain: true,
      posts: { twitter: { post: 120 } },
    })
    const url = await createDatabase(DATABASE)
    env = {
      DATABASE_URL: url,
      SOCIAL_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
      JWT_SECRET: "tests-only",
      COOKIE_SECRET: "tests-only",
      ...sandboxEnv(sandbox.url),
    }
    await run(
      process.execPath,
      [binary(ROOT, "medusa"), "db:migrate", "--execute-safe-links"],
      ROOT,
      plainEnvironment(env)
    )
    store = await openStore({ databaseUrl: url, sandboxUrl: sandbox.url })
    const [account] = await seedStore(store.service, sandbox.world, {
      platforms: ["twitter"],
    })
    accountId = account?.id ?? ""
  })
  afterAll(async () => {
    await store?.close()
    await sandbox?.close()
    await dropDatabase(DATABASE)
    rmSync(folder, { recursive: true, force: true })
  })

  /** The published program, as a shell runs it. */
  const start = (args: string[], more: Record<string, string> = {}) => {
    const child = spawn(
      process.execPath,
      [join(ROOT, "bin/medusa-social.js"), ...args],
      { cwd: ROOT, env: plainEnvironment({ ...env, ...more }) }
    )
    const said = { out: "", err: "" }
    child.stdout.on("data", (text) => (said.out += text))
    child.stderr.on("data", (text) => (said.err += text))
    const ended = new Promise<Said>((done) =>
      child.once("close", (code) => done({ code, ...said }))
    )
    return { child, ended }
  }
  const medusaSocial = (...args: string[]) => start(args).ended

  const runs = async () =>
    (await store.service.listSocialSyncRuns({ trigger: "command" })).length

  it("lists accounts as one JSON document and nothing else", async () => {
    const { code, out } = await medusaSocial("accounts", "--json")
    expect(code).toBe(0)
    expect(out.split("\n")).toHaveLength(2)
    expect(JSON.parse(out).accounts).toEqual([
      expect.objectContaining({
        id: accountId,
        platform: "twitter",
        status: "active",
      }),
    ])
    const [account] = sandbox.world
      .accounts()
      .filter(({ platform }) => platform === "twitter")
    expect(out).not.toContain(account?.access_token)
  })

  it.each([
    [["sync", "--limit", "many"], /--limit must be a whole number from 1/],
    [["sync", "--account", "nobody"], /--account "nobody": there is no such/],
    [["migrate", "--from", "social_post"], /this plugin's own table/],
  ])("refuses %j and does nothing", async (args, message) => {
    const { code, out, err } = await medusaSocial(...args)
    expect(err).toMatch(message)
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(await runs()).toBe(0)
  })

  it("tells of a store that cannot be started", async () => {
    const { code, out, err } = await start(["accounts", "--json"], {
      SOCIAL_ENCRYPTION_KEY: "too-short",
    }).ended
    expect({ code, out }).toEqual({ code: 3, out: "" })
    expect(err).toMatch(/encryption_key/)
  })

  it("says what a sync would do", async () => {
    const { code, out } = await medusaSocial(
      "sync",
      "--account",
      accountId,
      "--limit",
      "50",
      "--dry-run",
      "--json"
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      dry_run: true,
      runs: [{ scope: { account_id: accountId, limit: 50 }, posts: 50 }],
    })
    expect(await runs()).toBe(0)
  })

  it("syncs, for a person and for a program", async () => {
    const person = await medusaSocial("sync", "--limit", "3")
    expect(person).toMatchObject({ code: 0 })
    expect(person.out).toMatch(/^success: 3 of 3 posts read, 0 failed/)
    const program = await medusaSocial(
      "sync",
      "--platform",
      "x",
      "--force",
      "--limit",
      "5",
      "--json"
    )
    expect(program.code).toBe(0)
    const { runs: done, results } = JSON.parse(program.out)
    expect(done).toEqual([
      expect.objectContaining({ status: "success", total: 5, success: 5 }),
    ])
    expect(results).toHaveLength(5)
  })

  it("exports into a file that is whole, or to the standard output", async () => {
    const file = join(folder, "posts.csv")
    const { code, out } = await medusaSocial(
      "export",
      "posts",
      "--platform",
      "x",
      "--out",
      file
    )
    expect({ code, out }).toEqual({ code: 0, out: "" })
    expect(readdirSync(folder)).toEqual(["posts.csv"])
    expect(readFileSync(file, "utf8").match(/\r\n/g)).toHaveLength(121)

    const shown = await medusaSocial("export", "posts", "--json")
    expect(JSON.parse(shown.out)).toHaveLength(120)
  })

  it("ends cleanly by Ctrl-C, with a run that can go on", async () => {
    sandbox.setLatency(60_000)
    const { child, ended } = start(["sync", "--force"])
    await until(async () => {
      const running = await store.service.listSocialSyncRuns({
        trigger: "command",
        status: "running",
      })
      return running.length === 1 ? running : null
    })
    child.kill("SIGINT")
    const { code, err } = await ended
    sandbox.setLatency(0)
    expect(code).toBe(130)
    expect(err).toMatch(/run the command again/)
    const [run] = await store.service.listSocialSyncRuns({ status: "running" })
    expect(run?.lease_until).not.toBeNull()
  })
})
