import { importSocialPostsWorkflow } from "../../../workflows/imports/workflows/import-social-posts"
import { type Command, COMMON } from "../command"
import { findAccounts, labelOf } from "../find-accounts"
import { EXIT } from "../usage-error"
import { textOf } from "../../../platform-kit"

const { account, platform, json, dryRun } = COMMON

/** `medusa-social import` */
export const importCommand: Command = {
  name: "import",
  summary:
    "Brings the posts of accounts in, also those not published from here.",
  options: {
    account,
    platform,
    since: {
      type: "string",
      value: "<day or time>",
      help: "As far back as this, e.g. 2026-01-01. Without it: only what is new, once a first import is done.",
    },
    limit: {
      type: "string",
      value: "<n>",
      help: "At most so many posts of each account.",
    },
    full: {
      type: "boolean",
      help: "The whole way back again, not only what is new.",
    },
    "dry-run": dryRun,
    json,
  },
  examples: [
    { line: "medusa-social import", does: "What is new, of all accounts." },
    {
      line: "medusa-social import --account @shop --since 2025-01-01",
      does: "All posts of one account since then.",
    },
  ],
  check(options) {
    options.count("limit")
    options.time("since")
  },
  async run({ container, socialPosts, options, terminal, signal }) {
    const named = options.flag("account")
    const accounts = (await findAccounts({ socialPosts, options })).filter(
      ({ status }) => named || status === "active"
    )
    if (options.flag("dry-run")) {
      terminal.json({
        dry_run: true,
        accounts: accounts.map(({ id, platform: of, username }) => ({
          id,
          platform: of,
          username,
        })),
      })
      accounts.forEach((one) =>
        terminal.line(`Would import the posts of ${labelOf(one)}.`)
      )
      return EXIT.ok
    }
    const limit = options.count("limit")
    const since = options.time("since")
    const imports: unknown[] = []
    let failed = 0
    for (const one of accounts) {
      if (signal.aborted) {
        break
      }
      terminal.progress(`Importing ${labelOf(one)} …`)
      try {
        const { result } = await importSocialPostsWorkflow(container).run({
          input: {
            account_id: one.id,
            trigger: "command",
            ...(options.flag("full") && { full: true }),
            ...(since && { since }),
            ...(limit && { limit }),
          },
        })
        const [done] = result
        imports.push(done ?? { account_id: one.id, status: "waiting" })
        failed += done?.status === "failed" ? 1 : 0
        terminal.line(
          done
            ? `${done.status}: ${labelOf(one)}: ${done.found} posts found, ${done.created} new`
            : `waiting: ${labelOf(one)}: a limit of the platform; the store goes on by itself`
        )
        done?.problems.forEach(({ message }) => terminal.line(`  ${message}`))
      } catch (error) {
        failed++
        const message = textOf(error)
        imports.push({ account_id: one.id, status: "failed", message })
        terminal.line(`failed: ${labelOf(one)}: ${message}`)
      }
    }
    if (accounts.length === 0) {
      terminal.line("No account is active.")
    }
    terminal.json({ imports })
    return failed > 0 ? EXIT.trouble : EXIT.ok
  },
}
