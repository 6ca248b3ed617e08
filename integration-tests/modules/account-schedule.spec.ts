import { nextRun } from "../../src/modules/social-posts/utils/sync-schedule"
import { FakePlatform } from "../utils/fake-platform"
import { moduleSuite, seedAccount, syncAll } from "../utils/module-runner"

jest.setTimeout(120000)

/** Rarely enough not to run while the tests do. */
const MONTHLY = "0 2 1 * *"
const YEARLY = "0 2 1 1 *"

moduleSuite(({ service }) => {
  beforeEach(() => FakePlatform.reset())

  const nextOf = async (postId: string | undefined) =>
    (await service.retrieveSocialPost(postId as string)).next_sync_at

  it("keeps the plan of a schedule that changes while posts are read", async () => {
    const { accountId, postIds } = await seedAccount(service, 2)
    FakePlatform.beforeRead = () =>
      service.changeAccount(accountId, { sync_schedule: MONTHLY })
    const { run } = await syncAll(service, { limit: 10 })
    expect(run).toMatchObject({ success: 2 })
    for (const id of postIds) {
      expect(await nextOf(id)).toEqual(nextRun(MONTHLY))
    }
    // From one schedule to another, and back to the age of each post.
    for (const sync_schedule of [YEARLY, null]) {
      FakePlatform.beforeRead = () =>
        service.changeAccount(accountId, { sync_schedule })
      await syncAll(service, { limit: 10, force: true })
      const planned = await nextOf(postIds[0])
      if (sync_schedule) {
        expect(planned).toEqual(nextRun(sync_schedule))
      } else {
        expect(planned?.getTime()).toBeLessThan(Number(nextRun(MONTHLY)))
      }
    }
  })

  it("reads by the age when a stored schedule cannot be read", async () => {
    const { accountId, postIds } = await seedAccount(service, 1)
    await service.updateSocialAccounts({
      id: accountId,
      sync_schedule: "rubbish",
    })
    const { run } = await syncAll(service, { limit: 10 })
    expect(run).toMatchObject({ success: 1 })
    const hours = (Number(await nextOf(postIds[0])) - Date.now()) / 3600000
    expect(hours).toBeGreaterThan(0)
    expect(hours).toBeLessThan(24)
  })

  it("never leaves out numbers and comments at once, whoever is quicker", async () => {
    const { accountId } = await seedAccount(service, 0)
    const changes = [{ sync_numbers: false }, { sync_comments: false }]
    const done = await Promise.allSettled(
      changes.map((change) => service.changeAccount(accountId, change))
    )
    expect(done.map(({ status }) => status).sort()).toEqual([
      "fulfilled",
      "rejected",
    ])
    const { sync_numbers, sync_comments } =
      await service.retrieveSocialAccount(accountId)
    expect([sync_numbers, sync_comments].sort()).toEqual([false, true])
  })

  it("does not get in the way of a sync that writes", async () => {
    const { accountId } = await seedAccount(service, 60)
    const schedules = [MONTHLY, null, YEARLY, null, MONTHLY]
    const changing = async () => {
      for (const sync_schedule of schedules) {
        await service.changeAccount(accountId, { sync_schedule })
      }
    }
    const syncing = async () => {
      for (let count = 0; count < 3; count++) {
        const { run } = await syncAll(service, { limit: 100, force: true })
        // Posts that are being planned anew are left to the next run.
        expect(run).toMatchObject({ total: 60, failed: 0 })
        expect((run?.success ?? 0) + (run?.skipped ?? 0)).toBe(60)
      }
    }
    await Promise.all([changing(), syncing()])
  })
})
