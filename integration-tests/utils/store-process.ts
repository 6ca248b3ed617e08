import { createInterface } from "node:readline"
import { setTimeout as wait } from "node:timers/promises"
import { parseArgs } from "node:util"
import { type ModuleLogger, openStore, type Store } from "./store-module"

/**
 * The module in a process of its own, to be killed, raced or cut off:
 *
 *     DATABASE_URL=… node -r ts-node/register store-process.ts sync --sandbox=<url>
 *
 * - `sync`: starts a run over `--scope` and works it
 * - `sync-each`: a run for each of the `post_ids` of `--scope`, all at once
 * - `renew`: one round of renewals, as the hourly job does
 * - `migrate`: takes over the old store of the `from` of `--scope`
 * - `import`: imports all posts of the `account_id` of `--scope`
 * - `import-due`: one round of imports, as the minute job does
 * - `resume-imports`: goes on with the imports of dead processes until none is left
 * - `resume`: goes on with the runs of dead processes until none is left
 *
 * Speaks JSON lines on stdout and waits for a line on stdin before it begins,
 * so that two processes can be let go at the same moment.
 */
function say(event: string, more: Record<string, unknown> = {}): void {
  process.stdout.write(`${JSON.stringify({ event, ...more })}\n`)
}

const asEvent = (level: string) => (text: unknown) =>
  say("log", { level, text: String(text) })

const logger: ModuleLogger = {
  debug: asEvent("debug"),
  info: asEvent("info"),
  warn: asEvent("warn"),
  error: asEvent("error"),
}

const COMMANDS: Record<
  string,
  (store: Store, scope: Record<string, unknown>) => Promise<void>
> = {
  async sync({ service }, scope) {
    const started = await service.startSyncRun("bulk", scope)
    if (!started) {
      return
    }
    const { run_id, worker, claimed, outcomes } = started
    say("started", { run_id, claimed, skipped: outcomes.length })
    await service.workSyncRun(run_id, worker)
  },

  async "sync-each"({ service }, { post_ids }) {
    await Promise.all(
      (post_ids as string[]).map(async (id) => {
        const scope = { post_ids: [id], force: true }
        const started = await service.startSyncRun("bulk", scope)
        if (started) {
          await service.workSyncRun(started.run_id, started.worker)
        }
      })
    )
  },

  async renew({ service }) {
    say("renewed", { ...(await service.renewTokens()) })
  },

  async migrate({ service }, { from }) {
    await service.migration.migrate({
      from: from as string,
      dry_run: false,
      onProgress: (rows) => say("progress", rows),
    })
  },

  async import({ service }, { account_id }) {
    const { id, worker } = await service.imports.start(account_id as string, {
      trigger: "command",
      since: null,
      limit: null,
    })
    say("started", { import_id: id })
    await service.imports.work(id, worker)
  },

  async "import-due"({ service }) {
    const finished = await service.imports.runDue()
    say("imported", { kinds: finished.map(({ kind }) => kind) })
  },

  async "resume-imports"({ service }) {
    for (;;) {
      for (const { id } of await service.imports.resumeAbandoned()) {
        say("resumed", { import_id: id })
      }
      const [, running] = await service.listAndCountSocialImports({
        status: "running",
      })
      if (running === 0) {
        return
      }
      // Their leases have to expire first.
      await wait(50)
    }
  },

  async resume({ service }) {
    for (;;) {
      for (const run_id of await service.resumeAbandonedRuns()) {
        say("resumed", { run_id })
      }
      const [, running] = await service.listAndCountSocialSyncRuns({
        status: "running",
      })
      if (running === 0) {
        return
      }
      // Their leases have to expire first.
      await wait(50)
    }
  },
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sandbox: { type: "string" },
      scope: { type: "string", default: '{"limit":1000}' },
      module: { type: "string", default: "{}" },
      platform: { type: "string", default: "{}" },
    },
  })
  const command = COMMANDS[positionals[0] ?? ""]
  if (!command || !values.sandbox || !process.env.DATABASE_URL) {
    throw new Error(
      "Usage: store-process <sync|sync-each|renew|migrate|import|import-due|resume-imports|resume> --sandbox=<url>"
    )
  }
  const store = await openStore({
    databaseUrl: process.env.DATABASE_URL,
    sandboxUrl: values.sandbox,
    module: JSON.parse(values.module),
    platform: JSON.parse(values.platform),
    logger,
  })
  say("ready")
  await lineFrom(process.stdin)
  await command(store, JSON.parse(values.scope))
  await store.close()
  say("done")
}

function lineFrom(stream: NodeJS.ReadStream): Promise<void> {
  return new Promise((done) => {
    const lines = createInterface({ input: stream })
    lines.once("line", () => {
      lines.close()
      done()
    })
  })
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    say("failed", { message: error.message })
    process.exit(1)
  }
)
