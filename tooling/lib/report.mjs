import { log } from "./log.mjs"

const PLATFORMS = ["instagram", "facebook", "twitter", "linkedin"]

const platformOf = (post) =>
  post.account?.platform ?? post.platform ?? post.insights?.platform

const SYNC = "/admin/social-posts/sync-all-insights?limit=1000"

/** A run whose process was killed is given up after its lease of a minute. */
const PATIENCE_MS = 150_000
const PAUSE_MS = 5_000

const isBusy = ({ status, error }) =>
  status === "skipped" && error?.startsWith("Already syncing")

/**
 * Syncs all posts. Posts that an earlier process was reading when it was
 * killed are waited for and read again.
 */
async function syncEverything(admin) {
  const deadline = Date.now() + PATIENCE_MS
  const results = new Map()
  const runs = []
  for (;;) {
    const sync = await admin.post(SYNC)
    runs.push(sync.run_id)
    for (const result of sync.results) {
      const known = results.get(result.postId)
      if (!known || isBusy(known)) {
        results.set(result.postId, result)
      }
    }
    if (![...results.values()].some(isBusy) || Date.now() > deadline) {
      return { results: [...results.values()], runs }
    }
    log("Some posts were being read when an earlier start ended; waiting …")
    await new Promise((done) => setTimeout(done, PAUSE_MS))
  }
}

/** Syncs everything and gathers what came of it. */
export async function syncAndCollect(admin) {
  const { results, runs } = await syncEverything(admin)
  const [accounts, posts, ...details] = await Promise.all([
    admin.list("/admin/social-accounts", "social_accounts"),
    admin.list("/admin/social-posts", "social_posts"),
    ...runs.map((id) => admin.get(`/admin/social-sync-runs/${id}`)),
  ])
  const calls = {}
  for (const { social_sync_run } of details) {
    for (const [platform, made] of Object.entries(social_sync_run.calls)) {
      calls[platform] = (calls[platform] ?? 0) + made
    }
  }
  const count = (...statuses) =>
    results.filter(({ status }) => statuses.includes(status)).length
  const sync = {
    results,
    total: results.length,
    success: count("success", "partial"),
    failed: count("failed"),
    skipped: count("skipped"),
  }
  return { sync, accounts, posts, calls }
}

/** The document of `--json`. */
export function toDocument({ sync, accounts, posts, calls }) {
  const byId = new Map(posts.map((post) => [post.id, post]))
  const outcomes = (platform, ...statuses) =>
    sync.results.filter(
      (result) =>
        statuses.includes(result.status) &&
        platformOf(byId.get(result.postId) ?? {}) === platform
    ).length
  const { total, success, failed, skipped } = sync
  return {
    run: { total, success, failed, skipped },
    platforms: Object.fromEntries(
      PLATFORMS.map((platform) => [
        platform,
        {
          accounts: accounts.filter((a) => a.platform === platform).length,
          posts: posts.filter((post) => platformOf(post) === platform).length,
          // As the run counts them: a part of the numbers is new numbers.
          success: outcomes(platform, "success", "partial"),
          failed: outcomes(platform, "failed"),
          calls: calls[platform] ?? 0,
        },
      ])
    ),
    posts: posts.map((post) => ({
      id: post.id,
      platform: platformOf(post),
      platform_post_id: post.platform_post_id,
      media_product_type: post.media_product_type,
      sync_status: post.sync_status,
      insights: post.insights,
    })),
  }
}

/** The same for people. */
export function tell({ run, platforms }, { sync, posts }) {
  log(
    `\nSynced ${run.total} posts: ${run.success} with new numbers, ${run.failed} failed, ${run.skipped} skipped as fresh`
  )
  for (const [name, one] of Object.entries(platforms)) {
    log(
      `  ${name.padEnd(10)} ${one.accounts} accounts, ${one.posts} posts, ${one.success} synced, ${one.failed} failed, ${one.calls} calls`
    )
  }
  const names = new Map(
    posts.map((post) => [
      post.id,
      `${platformOf(post)} ${post.platform_post_id}`,
    ])
  )
  const failures = sync.results.filter(({ status }) => status === "failed")
  if (failures.length) {
    log("Failed:")
  }
  for (const { postId, error } of failures.slice(0, 20)) {
    log(`  ${names.get(postId) ?? postId}: ${error ?? "no reason given"}`)
  }
  if (failures.length > 20) {
    log(`  … and ${failures.length - 20} more; the sync log has them all`)
  }
}
