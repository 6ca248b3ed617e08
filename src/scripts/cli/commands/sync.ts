import { syncSocialPostsWorkflow } from "../../../workflows/sync/workflows/sync-social-posts"
import type { SyncScope } from "../../../modules/social-posts/types/sync"
import { type Command, type CommandContext, COMMON } from "../command"
import { findAccounts, findPlatform } from "../find-accounts"
import { followRun } from "../follow-run"
import { EXIT, UsageError } from "../usage-error"

const { account, platform, json, dryRun } = COMMON

/** `medusa-social sync` */
export const sync: Command = {
  name: "sync",
  summary: "Reads the numbers and comments of posts from their platforms.",
  options: {
    account,
    platform,
    post: {
      type: "string",
      value: "<id>",
      multiple: true,
      help: "Only this post (spost_…). May be repeated.",
    },
    limit: {
      type: "string",
      value: "<n>",
      help: "At most so many posts, the newest first. Without it all.",
    },
    force: {
      type: "boolean",
      help: "Also posts that were read within the last hour.",
    },
    "dry-run": dryRun,
    json,
  },
  examples: [
    { line: "medusa-social sync", does: "All posts that are not fresh." },
    {
      line: "medusa-social sync --account @shop --limit 50",
      does: "The 50 newest posts of one account.",
    },
    {
      line: "medusa-social sync --post spost_01ABC --force --json",
      does: "One post, fresh or not; { runs, results } as JSON.",
    },
  ],
  check(options) {
    options.count("limit")
    const chosen = ["account", "platform", "limit"].find((name) =>
      options.flag(name)
    )
    if (options.flag("post") && chosen) {
      throw new UsageError(
        `--post says which posts to sync; give it without --${chosen}.`
      )
    }
  },
  async run(context) {
    const { container, socialPosts, options, terminal, signal } = context
    const scopes = await scopesOf(context)
    if (options.flag("dry-run")) {
      return preview(context, scopes)
    }
    const done: { run: unknown; results: unknown[] }[] = []
    let failed = 0
    for (const scope of scopes) {
      if (signal.aborted) {
        break
      }
      const stop = followRun(socialPosts, terminal)
      const { result } = await syncSocialPostsWorkflow(container)
        .run({ input: { trigger: "command", scope } })
        .finally(stop)
      const run = result.run_id
        ? await socialPosts.retrieveSocialSyncRun(result.run_id, {
            select: [...RUN_FIELDS],
          })
        : null
      done.push({ run, results: result.outcomes })
      failed += run?.failed ?? 0
      terminal.line(
        run
          ? `${run.status}: ${run.success} of ${run.total} posts read, ${run.failed} failed, ${run.skipped} skipped (run ${run.id})`
          : "There was nothing to sync."
      )
      for (const { post_id, status, error } of result.outcomes) {
        if (status === "failed" || status === "partial") {
          terminal.line(`  ${status.padEnd(8)} ${post_id}  ${error ?? ""}`)
        }
      }
    }
    terminal.json({
      runs: done.flatMap(({ run }) => run ?? []),
      results: done.flatMap(({ results }) => results),
    })
    return failed > 0 ? EXIT.trouble : EXIT.ok
  },
}

const RUN_FIELDS = [
  "id",
  "status",
  "total",
  "success",
  "partial",
  "failed",
  "skipped",
  "calls",
  "problems",
  "started_at",
  "finished_at",
] as const

/** A run for each account that is named, or one for all. */
async function scopesOf(context: CommandContext): Promise<SyncScope[]> {
  const { socialPosts, options } = context
  const force = options.flag("force")
  const post_ids = options.texts("post")
  if (post_ids) {
    const { unknown } = await unknownPosts(context, post_ids)
    if (unknown.length > 0) {
      throw new UsageError(`--post: there is no post ${unknown.join(", ")}.`)
    }
    return [{ post_ids: [...new Set(post_ids)], force }]
  }
  const limit = options.count("limit")
  const more = { force, ...(limit && { limit }) }
  if (options.flag("account")) {
    const accounts = await findAccounts({ socialPosts, options })
    return accounts.map(({ id }) => ({ account_id: id, ...more }))
  }
  const platform = await findPlatform({ socialPosts, options })
  return [{ ...(platform && { platform }), ...more }]
}

async function unknownPosts(
  { socialPosts }: CommandContext,
  ids: readonly string[]
) {
  const found = await socialPosts.listSocialPosts(
    { id: [...ids] },
    { select: ["id"], take: ids.length }
  )
  const known = new Set(found.map(({ id }) => id))
  return { unknown: ids.filter((id) => !known.has(id)) }
}

/** How many posts each run would look at; claims none. */
async function preview(
  { socialPosts, terminal }: CommandContext,
  scopes: readonly SyncScope[]
): Promise<number> {
  const planned = await Promise.all(
    scopes.map(async (scope) => {
      const { count } = await socialPosts.listPostIds({
        ...(scope.post_ids && { ids: scope.post_ids }),
        ...(scope.platform && { platform: [scope.platform] }),
        ...(scope.account_id && { account_id: [scope.account_id] }),
        status: ["posted"],
        order: "-posted_at",
        limit: 1,
        offset: 0,
      })
      return { scope, posts: Math.min(count, scope.limit ?? count) }
    })
  )
  terminal.json({ dry_run: true, runs: planned })
  for (const { scope, posts } of planned) {
    const where = scope.account_id ?? scope.platform ?? "all platforms"
    terminal.line(
      `Would look at ${posts} posted posts of ${where}${scope.force ? "" : "; those read within the last hour would be skipped"}.`
    )
  }
  return EXIT.ok
}
