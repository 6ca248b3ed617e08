import { FakePlatform } from "../utils/fake-platform"
import { moduleSuite, seedAccount, syncAll } from "../utils/module-runner"

jest.setTimeout(120000)

moduleSuite(({ service }) => {
  beforeEach(() => FakePlatform.reset())

  it("syncs a page of posts in batches and tells the truth about each", async () => {
    const { postIds } = await seedAccount(service, 120)
    const { run, outcomes } = await syncAll(service, { limit: 1000 })

    expect(run).toMatchObject({
      status: "success",
      total: 120,
      success: 120,
      failed: 0,
      skipped: 0,
      calls: { fake: 3 },
    })
    expect(outcomes).toHaveLength(120)
    const post = await service.retrieveSocialPost(postIds[0] as string)
    expect(post.insights).toMatchObject({
      platform: "fake",
      likes: 1,
      comments: 0,
      reach: 10,
      engagement: 1,
      engagement_rate: 10,
      engagement_rate_basis: "reach",
      sync_status: "success",
      sync_errors: [],
    })
    expect(post.sync_status).toBe("success")
    expect(post.claim_run_id).toBeNull()
    expect(post.next_sync_at).not.toBeNull()
    const snapshots = await service.listSocialPostSnapshots({}, { take: 500 })
    expect(snapshots).toHaveLength(120)
  })

  it("skips fresh posts unless forced, and adds up", async () => {
    await seedAccount(service, 3)
    await syncAll(service, { limit: 50 })
    const second = await syncAll(service, { limit: 50 })
    expect(second.run).toMatchObject({ total: 3, success: 0, skipped: 3 })
    expect(second.outcomes[0]?.error).toContain("fresh")
    const forced = await syncAll(service, { limit: 50, force: true })
    expect(forced.run).toMatchObject({ total: 3, success: 3, skipped: 0 })
  })

  it("keeps keys of insights that others put there, and last good numbers", async () => {
    const { postIds } = await seedAccount(service, 1)
    const id = postIds[0] as string
    const { platform_post_id } = await service.retrieveSocialPost(id)
    await service.updateSocialPosts({
      id,
      insights: { publish_results: [{ ok: true }], likes: 7 },
    })
    FakePlatform.posts.set(platform_post_id as string, {
      fails: {
        kind: "transient",
        scope: "post",
        code: "x",
        message: "Fake is down.",
      },
    })
    await syncAll(service, { limit: 5 })
    const failed = await service.retrieveSocialPost(id)
    expect(failed.insights).toMatchObject({
      publish_results: [{ ok: true }],
      likes: 7,
      sync_status: "failed",
      sync_errors: ["Post: Fake is down."],
    })
    expect(failed.last_synced_at).toBeNull()

    FakePlatform.posts.set(platform_post_id as string, { likes: null })
    await syncAll(service, { limit: 5 })
    const unknown = await service.retrieveSocialPost(id)
    expect(unknown.insights).toMatchObject({
      publish_results: [{ ok: true }],
      likes: null,
      unavailable: { likes: "not_returned" },
      sync_status: "success",
    })
  })

  it("believes that a post is gone only the second time, on another day", async () => {
    const { postIds } = await seedAccount(service, 1)
    const id = postIds[0] as string
    const { platform_post_id } = await service.retrieveSocialPost(id)
    FakePlatform.posts.set(platform_post_id as string, {
      fails: { kind: "gone", scope: "post", code: "33", message: "Gone." },
    })
    await syncAll(service, { limit: 5 })
    await syncAll(service, { limit: 5, force: true })
    const once = await service.retrieveSocialPost(id)
    expect(once).toMatchObject({ status: "posted", sync_status: "failed" })
    expect(once.gone_since).not.toBeNull()

    await service.updateSocialPosts({
      id,
      gone_since: new Date(Date.now() - 26 * 3600000),
    })
    await syncAll(service, { limit: 5, force: true })
    const twice = await service.retrieveSocialPost(id)
    expect(twice).toMatchObject({ status: "unavailable", next_sync_at: null })
  })

  it("stops at a dead token, keeps other accounts going and says what to do", async () => {
    const dead = await seedAccount(service, 2)
    const alive = await seedAccount(service, 2)
    for (const id of dead.postIds) {
      const { platform_post_id } = await service.retrieveSocialPost(id)
      FakePlatform.posts.set(platform_post_id as string, {
        fails: {
          kind: "auth",
          scope: "account",
          code: "190/463",
          message: "The token expired. Reconnect the account.",
        },
      })
    }
    const { run } = await syncAll(service, { limit: 50 })
    expect(run).toMatchObject({ status: "partial", success: 2, failed: 2 })
    expect(await service.retrieveSocialAccount(dead.accountId)).toMatchObject({
      status: "needs_reconnect",
      status_reason: "The token expired. Reconnect the account.",
    })
    expect(await service.retrieveSocialAccount(alive.accountId)).toMatchObject({
      status: "active",
    })
    const next = await syncAll(service, { limit: 50, force: true })
    expect(next.run).toMatchObject({ success: 2, failed: 0, skipped: 2 })
  })

  it("parks one account for its own limit, all accounts for the app's", async () => {
    const one = await seedAccount(service, 1)
    const other = await seedAccount(service, 1)
    const retry_at = new Date(Date.now() + 600000)
    const limit = (scope: "account" | "app") => ({
      kind: "rate_limit" as const,
      scope,
      code: "4",
      message: "Rate limit exceeded.",
      retry_at,
    })
    const post = await service.retrieveSocialPost(one.postIds[0] as string)
    FakePlatform.posts.set(post.platform_post_id as string, {
      fails: limit("account"),
    })
    await syncAll(service, { limit: 50 })
    const parked = async (id: string) =>
      (await service.retrieveSocialAccount(id)).parked_until
    expect(await parked(one.accountId)).toEqual(retry_at)
    expect(await parked(other.accountId)).toBeNull()
    const limited = await service.retrieveSocialPost(post.id)
    expect(limited.next_sync_at).toEqual(retry_at)

    const second = await service.retrieveSocialPost(other.postIds[0] as string)
    FakePlatform.posts.set(second.platform_post_id as string, {
      fails: limit("app"),
    })
    await syncAll(service, { limit: 50, force: true })
    expect(await parked(other.accountId)).toEqual(retry_at)
    const third = await seedAccount(service, 1)
    const later = await syncAll(service, { limit: 50, force: true })
    expect(later.run).toMatchObject({ success: 1, skipped: 2 })
    expect(await parked(third.accountId)).toBeNull()
  })

  it("reads each post once when two runs want the same posts", async () => {
    await seedAccount(service, 200)
    const runs = await Promise.all([
      syncAll(service, { limit: 1000 }),
      syncAll(service, { limit: 1000 }),
    ])
    const read = FakePlatform.reads.flat()
    expect(read).toHaveLength(200)
    expect(new Set(read).size).toBe(200)
    for (const { run } of runs) {
      expect(run?.total).toBe(
        (run?.success ?? 0) + (run?.failed ?? 0) + (run?.skipped ?? 0)
      )
    }
  })

  it("fetches comments in bulk only where their number changed", async () => {
    const { postIds } = await seedAccount(service, 3)
    const posts = await Promise.all(
      postIds.map((id) => service.retrieveSocialPost(id))
    )
    const busy = posts[0]?.platform_post_id as string
    const thread = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        id: `c${index}`,
        parent_id: index % 3 === 2 ? `c${index - 1}` : null,
        text: `comment ${index} \u0000\ud800`,
        author_id: "a1",
        author_name: "Ann",
        like_count: index,
        hidden: false,
        created_at: new Date(Date.UTC(2026, 0, 1, 0, 0, index)),
      }))
    FakePlatform.posts.set(busy, { comments: 150, thread: thread(150) })
    await syncAll(service, { limit: 50 })
    expect(FakePlatform.commentReads).toEqual([[busy]])

    await syncAll(service, { limit: 50, force: true })
    expect(FakePlatform.commentReads).toHaveLength(1)

    FakePlatform.posts.set(busy, { comments: 152, thread: thread(152) })
    await syncAll(service, { limit: 50, force: true })
    expect(FakePlatform.commentReads).toHaveLength(2)
    const { insights } = await service.retrieveSocialPost(postIds[0] as string)
    expect(insights).toMatchObject({
      comments: 152,
      comments_new: 2,
      comments_capped: false,
    })
    const shown = insights?.comments_data as Record<string, unknown>[]
    expect(shown).toHaveLength(100)
    expect(shown[0]).toMatchObject({
      id: "c151",
      from: { id: "a1", name: "Ann" },
      created_time: "2026-01-01T00:02:31Z",
      like_count: 151,
    })
    const [, count] = await service.listAndCountSocialComments({})
    expect(count).toBe(152)
  })

  it("goes on with a run whose process died, without doubling anything", async () => {
    await seedAccount(service, 60)
    const started = await service.startSyncRun("bulk", { limit: 1000 })
    const run_id = started?.run_id as string
    await service.updateSocialSyncRuns({
      id: run_id,
      lease_until: new Date(Date.now() - 1000),
    })
    expect(await service.resumeAbandonedRuns()).toEqual([run_id])
    const run = await service.retrieveSocialSyncRun(run_id)
    expect(run).toMatchObject({ status: "success", total: 60, success: 60 })

    // The dead process wakes up and finds that the run is not its own.
    await service.workSyncRun(run_id, started?.worker as string)
    expect(await service.retrieveSocialSyncRun(run_id)).toMatchObject({
      success: 60,
    })
    const [, snapshots] = await service.listAndCountSocialPostSnapshots({})
    expect(snapshots).toBe(60)
  })

  it("lets a new run take posts from a silent one, whose numbers still add up", async () => {
    await seedAccount(service, 4)
    const started = await service.startSyncRun("bulk", { limit: 1000 })
    const silent = started?.run_id as string
    await service.updateSocialSyncRuns({
      id: silent,
      lease_until: new Date(Date.now() - 1000),
    })
    const { run } = await syncAll(service, { limit: 1000 })
    expect(run).toMatchObject({ total: 4, success: 4 })
    await service.resumeAbandonedRuns()
    expect(await service.retrieveSocialSyncRun(silent)).toMatchObject({
      status: "success",
      total: 4,
      success: 0,
      skipped: 4,
    })
  })

  it("takes what is due, and nothing else", async () => {
    const { postIds } = await seedAccount(service, 2)
    await service.markPublished({ post_id: postIds[0] as string })
    expect((await syncAll(service, { due: true })).run).toBeNull()
    await service.updateSocialPosts({
      id: postIds[0] as string,
      next_sync_at: new Date(Date.now() - 1000),
    })
    const { run } = await syncAll(service, { due: true })
    expect(run).toMatchObject({ total: 1, success: 1 })
  })

  it("runs without a limit in pages until nothing is left", async () => {
    await seedAccount(service, 1200)
    const { run } = await syncAll(service, { max_age_days: 90 })
    expect(run).toMatchObject({ total: 1200, success: 1200, failed: 0 })
  })
})
