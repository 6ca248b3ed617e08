import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { FakePlatform } from "../utils/fake-platform"
import { moduleSuite, seedAccount, syncAll } from "../utils/module-runner"

jest.setTimeout(120000)

/** Before the year 4713 BC and after 294276 AD PostgreSQL knows no time. */
const NO_TIME = new Date(8.64e15)

const down = {
  kind: "transient" as const,
  scope: "post" as const,
  code: "x",
  message: "Fake is down.",
}

moduleSuite(({ service, MikroOrmWrapper }) => {
  const knexOf = () => MikroOrmWrapper.getManager().getKnex() as unknown as Knex
  const platformId = async (id: string) =>
    (await service.retrieveSocialPost(id)).platform_post_id as string
  const silence = (run_id: string) =>
    service.updateSocialSyncRuns({
      id: run_id,
      lease_until: new Date(Date.now() - 1000),
    })

  beforeEach(() => FakePlatform.reset())

  it("ends although a post's found id belongs to another post already", async () => {
    const { postIds } = await seedAccount(service, 3)
    const [first, second] = postIds as [string, string]
    const id = await platformId(first)
    await service.updateSocialPosts({
      id: second,
      platform_post_id: null,
      insights: { fake_post_id: id },
    })
    const { run } = await syncAll(service, { limit: 10 })
    expect(run).toMatchObject({ status: "success", total: 3, success: 3 })
    expect(await service.retrieveSocialPost(second)).toMatchObject({
      platform_post_id: null,
      insights: { likes: 1 },
    })
  })

  it("ends although two posts were found to have the same id", async () => {
    const { postIds } = await seedAccount(service, 2)
    const id = await platformId(postIds[0] as string)
    for (const post of postIds) {
      await service.updateSocialPosts({
        id: post,
        platform_post_id: null,
        insights: { fake_post_id: id },
      })
    }
    const { run } = await syncAll(service, { limit: 10 })
    expect(run).toMatchObject({ status: "success", total: 2, success: 2 })
  })

  it("fails the one post whose values cannot be stored, and only that", async () => {
    const { postIds } = await seedAccount(service, 5)
    const odd = postIds[2] as string
    FakePlatform.posts.set(await platformId(odd), {
      details: { posted_at: NO_TIME },
    })
    await service.updateSocialPosts({ id: odd, posted_at: null })
    const { run, outcomes } = await syncAll(service, { limit: 10 })
    expect(run).toMatchObject({
      status: "partial",
      total: 5,
      success: 4,
      failed: 1,
      calls: { fake: 1 },
    })
    expect(outcomes).toHaveLength(5)
    expect(await service.retrieveSocialPost(odd)).toMatchObject({
      sync_status: "failed",
      sync_errors: [expect.stringContaining("could not be stored")],
      claim_run_id: null,
    })
  })

  it("takes insights that are no object for empty ones", async () => {
    const { postIds } = await seedAccount(service, 4)
    const odd = ["null", "[1,2]", '"text"', "7"]
    for (const [index, insights] of odd.entries()) {
      await knexOf()("social_post")
        .where({ id: postIds[index] })
        .update({ insights })
    }
    const { run } = await syncAll(service, { limit: 10 })
    expect(run).toMatchObject({ status: "success", total: 4, success: 4 })
    for (const id of postIds) {
      const { insights } = await service.retrieveSocialPost(id)
      expect(insights).toMatchObject({ likes: 1, sync_status: "success" })
    }
  })

  it("claims nothing more for a run that has ended or changed hands", async () => {
    const started = await startUnbounded(service)
    await silence(started.run_id)
    await service.resumeAbandonedRuns()
    const ended = await service.retrieveSocialSyncRun(started.run_id)
    const late = await seedAccount(service, 2)
    await service.workSyncRun(started.run_id, started.worker)
    expect(FakePlatform.reads.flat()).toHaveLength(1)
    expect(await service.retrieveSocialSyncRun(started.run_id)).toMatchObject({
      total: ended.total,
      success: ended.success,
      skipped: ended.skipped,
    })
    for (const id of late.postIds) {
      const post = await service.retrieveSocialPost(id)
      expect(post.claim_run_id).toBeNull()
    }
  })

  it("does not claim a post that another run claims in the same moment", async () => {
    const { postIds } = await seedAccount(service, 1)
    const id = postIds[0] as string
    const knex = knexOf()
    // Stops a claim between its snapshot and its locks.
    await knex.raw(`ALTER TABLE social_account RENAME TO social_account_real;
      CREATE VIEW social_account AS SELECT a.* FROM social_account_real a
      WHERE pg_advisory_xact_lock_shared(77)::text IS NOT NULL`)
    try {
      const gate = await knex.transaction()
      await gate.raw("SELECT pg_advisory_xact_lock(77)")
      const starting = service.startSyncRun("due", {})
      await waiting(knex)
      await knex("social_sync_run").insert({
        id: "srun_first",
        trigger: "due",
        scope: "{}",
        calls: "{}",
        problems: "[]",
        started_at: new Date(),
        lease_until: new Date(Date.now() + 60000),
        worker: "somebody",
      })
      await knex("social_post")
        .where({ id })
        .update({ claim_run_id: "srun_first" })
      await gate.commit()
      expect(await starting).toBeFalsy()
      const post = await service.retrieveSocialPost(id)
      expect(post.claim_run_id).toBe("srun_first")
    } finally {
      await knex.raw(`DROP VIEW social_account;
        ALTER TABLE social_account_real RENAME TO social_account`)
    }
  })

  it("does not hand failing posts to and fro between two runs", async () => {
    const one = await seedAccount(service, 1)
    const failing = await platformId(one.postIds[0] as string)
    FakePlatform.posts.set(failing, { fails: down })
    const other = await seedAccount(service, 1)
    const slow = await platformId(other.postIds[0] as string)
    let second: Promise<unknown> | null = null
    FakePlatform.beforeRead = async (posts) => {
      // While one account is slow, another process reads the failed post.
      if (posts[0]?.platform_post_id === slow) {
        await until(async () => {
          const { sync_status } = await service.retrieveSocialPost(
            one.postIds[0] as string
          )
          return sync_status === "failed"
        })
        second ??= syncAll(service, { max_age_days: 90 })
        await second
      }
    }
    const { run } = await syncAll(service, { max_age_days: 90 })
    expect(run).toMatchObject({ total: 2, success: 1, failed: 1 })
    const reads = FakePlatform.reads.flat().filter((id) => id === failing)
    expect(reads).toHaveLength(2)
  })

  it("lets an account that is reconnected in mid-run keep its new token", async () => {
    const { accountId, postIds } = await seedAccount(service, 1)
    const { external_id } = await service.retrieveSocialAccount(accountId)
    const id = await platformId(postIds[0] as string)
    FakePlatform.posts.set(id, {
      fails: { kind: "auth", scope: "account", code: "190", message: "Dead." },
    })
    FakePlatform.beforeRead = async () => {
      const sealed = await service.checkAccount({
        platform: "fake",
        external_id,
        access_token: FakePlatform.token,
      })
      await service.storeAccount(sealed)
    }
    await syncAll(service, { limit: 5 })
    expect(await service.retrieveSocialAccount(accountId)).toMatchObject({
      status: "active",
      status_reason: null,
    })
  })

  it("does not call an account dead that was paused and is resumed", async () => {
    const { accountId } = await seedAccount(service, 1)
    const started = await service.startSyncRun("bulk", { limit: 5 })
    await service.updateSocialAccounts({ id: accountId, status: "paused" })
    await service.workSyncRun(started?.run_id ?? "", started?.worker ?? "")
    expect(await service.retrieveSocialAccount(accountId)).toMatchObject({
      status: "paused",
    })
  })

  it("keeps an id that a person corrects while the post is read", async () => {
    const { postIds } = await seedAccount(service, 1)
    const id = postIds[0] as string
    FakePlatform.beforeRead = async () => {
      await service.updateSocialPosts({ id, platform_post_id: "p999999" })
    }
    await syncAll(service, { limit: 5 })
    expect(await platformId(id)).toBe("p999999")
  })

  it("adds up when posts and accounts are deleted in mid-run", async () => {
    const kept = await seedAccount(service, 3)
    const removed = await seedAccount(service, 2)
    FakePlatform.beforeRead = async () => {
      FakePlatform.beforeRead = async () => undefined
      await service.deleteSocialPosts(kept.postIds[1] as string)
      await service.removeAccount(removed.accountId, true)
    }
    const { run } = await syncAll(service, { limit: 50 })
    expect(run).toMatchObject({ status: "success", total: 5, failed: 0 })
    expect((run?.success ?? 0) + (run?.skipped ?? 0)).toBe(5)
    expect(run?.skipped).toBeGreaterThan(0)
  })

  it("resumes the other runs when one cannot be resumed", async () => {
    const one = await seedAccount(service, 1)
    await service.startSyncRun("bulk", { account_id: one.accountId, limit: 5 })
    const other = await seedAccount(service, 1)
    const second = await service.startSyncRun("bulk", {
      account_id: other.accountId,
      limit: 5,
    })
    const knex = knexOf()
    const [{ id: broken }] = await knex("social_sync_run")
      .orderBy("started_at")
      .select("id")
    await silence(broken)
    await silence(second?.run_id as string)
    // Nothing can be written for the first: its counts cannot be added to.
    await knex("social_sync_run").where({ id: broken }).update({ calls: "7" })
    await service.resumeAbandonedRuns()
    expect(
      await service.retrieveSocialSyncRun(second?.run_id as string)
    ).toMatchObject({ status: "success", success: 1 })
    expect(await service.retrieveSocialSyncRun(broken)).toMatchObject({
      status: "failed",
      total: 1,
      skipped: 1,
      problems: [{ message: expect.stringContaining("ended early") }],
    })
    const [post] = await service.listSocialPosts({ id: one.postIds })
    expect(post?.claim_run_id).toBeNull()
  })

  it("does not read for a run that another process has taken over", async () => {
    await seedAccount(service, 1)
    const started = await service.startSyncRun("bulk", { limit: 5 })
    await service.updateSocialSyncRuns({
      id: started?.run_id as string,
      worker: "somebody else",
    })
    await service.workSyncRun(started?.run_id ?? "", started?.worker ?? "")
    expect(FakePlatform.reads).toHaveLength(0)
  })

  it("connects an account once when two people do so at once", async () => {
    const input = {
      platform: "fake",
      external_id: "twice",
      access_token: FakePlatform.token,
    }
    const checked = await Promise.all([
      service.checkAccount(input),
      service.checkAccount(input),
    ])
    // Its token was sealed for a row of its own, and is sealed anew.
    const ids = await Promise.all(
      checked.map((one) => service.storeAccount(one))
    )
    expect(new Set(ids).size).toBe(1)
    expect(await service.listSocialAccounts({})).toHaveLength(1)
    const again = await service.checkAccount(input)
    expect(await service.storeAccount(again)).toBe(ids[0])
  })

  it("refuses an id that another post has, also when it is published", async () => {
    const { postIds } = await seedAccount(service, 2)
    const [first, second] = postIds as [string, string]
    await expect(
      service.markPublished({
        post_id: first,
        platform_post_id: await platformId(second),
      })
    ).rejects.toMatchObject({
      type: "invalid_data",
      message: expect.stringContaining("platform_post_id"),
    })
  })

  it("makes a post due that becomes posted again", async () => {
    const { postIds } = await seedAccount(service, 1)
    const id = postIds[0] as string
    await service.updateSocialPosts({
      id,
      status: "draft",
      last_synced_at: new Date(),
      next_sync_at: null,
      gone_since: new Date(Date.now() - 48 * 3600000),
    })
    await service.markPublished({ post_id: id })
    const { next_sync_at, gone_since } = await service.retrieveSocialPost(id)
    expect(next_sync_at).not.toBeNull()
    expect(gone_since).toBeNull()
    await service.markPublished({ post_id: id })
    const again = await service.retrieveSocialPost(id)
    expect(again.next_sync_at).toEqual(next_sync_at)
  })
})

async function startUnbounded(
  service: Parameters<typeof seedAccount>[0]
): Promise<{ run_id: string; worker: string }> {
  await seedAccount(service, 1)
  const started = await service.startSyncRun("daily", { max_age_days: 90 })
  return started as NonNullable<typeof started>
}

/** Polls until a condition holds; bounded. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2000; tries++) {
    if (await holds()) {
      return
    }
  }
  throw new Error("It did not happen.")
}

/** Resolves when a statement waits for the advisory lock. */
function waiting(knex: Knex): Promise<void> {
  return until(async () => {
    const { rows } = await knex.raw(
      `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`
    )
    return rows.length > 0
  })
}
