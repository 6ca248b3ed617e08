import { log } from "./log.mjs"

const PLATFORMS = ["instagram", "facebook", "twitter", "linkedin"]

const platformOf = (post) =>
  post.account?.platform ?? post.platform ?? post.insights?.platform

/** Syncs everything and gathers what came of it. */
export async function syncAndCollect(admin) {
  const sync = await admin.post(
    "/admin/social-posts/sync-all-insights?limit=1000"
  )
  const [accounts, posts, runs] = await Promise.all([
    admin.list("/admin/social-accounts", "social_accounts"),
    admin.list("/admin/social-posts", "social_posts"),
    admin.get("/admin/social-sync-runs?order=-started_at&limit=1"),
  ])
  const calls = runs.social_sync_runs[0]?.calls ?? {}
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
