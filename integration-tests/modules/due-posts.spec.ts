import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { FakePlatform } from "../utils/fake-platform"
import { moduleSuite, seedAccount, syncAll } from "../utils/module-runner"

jest.setTimeout(120000)

const MINUTE = 60 * 1000
const START = new Date("2026-11-01T10:00:00Z")

let now = START

moduleSuite(
  ({ service, MikroOrmWrapper }) => {
    const knex = () => MikroOrmWrapper.getManager().getKnex() as unknown as Knex
    const inMinutes = (minutes: number) => new Date(+now + minutes * MINUTE)

    beforeEach(() => {
      FakePlatform.reset()
      now = START
    })

    /**
     * An account whose posts were all read an hour ago; the first is due, the
     * others in two hours.
     */
    async function seed(posts: number) {
      const seeded = await seedAccount(service, posts)
      await knex()("social_post")
        .where({ account_id: seeded.accountId })
        .update({ posted_at: inMinutes(-3000) })
      await syncAll(service, { account_id: seeded.accountId, limit: 1000 })
      now = inMinutes(60)
      await plan(seeded.postIds, { next_sync_at: inMinutes(120) })
      await plan(seeded.postIds.slice(0, 1), { next_sync_at: now })
      FakePlatform.reads = []
      return seeded
    }

    const plan = (ids: string[], changes: Record<string, unknown>) =>
      knex()("social_post").whereIn("id", ids).update(changes)

    /** How many posts each call of the job for due posts was for. */
    async function readDue(): Promise<number[]> {
      const started = await service.startSyncRun("due", { due: true })
      if (started) {
        await service.workSyncRun(started.run_id, started.worker)
      }
      return FakePlatform.reads.map((ids) => ids.length)
    }

    it("fills the call of a due post up with others of its account", async () => {
      const { postIds } = await seed(8)
      await seedAccount(service, 3)
      expect(await readDue()).toEqual([8])
      for (const id of postIds) {
        const post = await service.retrieveSocialPost(id)
        expect(post.last_synced_at).toEqual(now)
        expect(post.next_sync_at?.getTime()).toBeGreaterThan(+now)
      }
      FakePlatform.reads = []
      expect(await readDue()).toEqual([])
    })

    it("makes no call more, and takes the nearest to their time first", async () => {
      const { postIds } = await seed(60)
      const late = postIds.slice(1, 50)
      await plan(late, { next_sync_at: inMinutes(1) })
      expect(await readDue()).toEqual([50])
      const [{ count } = { count: 0 }] = await knex()("social_post")
        .whereIn("id", late)
        .where({ last_synced_at: now })
        .count()
      expect(Number(count)).toBe(49)
    })

    it.each([
      ["was read a moment ago", () => ({ last_synced_at: inMinutes(-10) })],
      ["has hardly waited", () => ({ next_sync_at: inMinutes(60 * 24 * 7) })],
      ["was never read", () => ({ last_synced_at: null })],
      ["is not posted", () => ({ status: "archived" })],
      ["failed last time", () => ({ sync_status: "failed" })],
      ["may be gone", () => ({ gone_since: inMinutes(-60) })],
      ["is read on demand only", () => ({ next_sync_at: null })],
      ["is a story", () => ({ expires_at: inMinutes(60) })],
      ["is too old", () => ({ posted_at: inMinutes(-91 * 24 * 60) })],
    ])("leaves a post alone that %s", async (_name, changes) => {
      const { postIds } = await seed(3)
      await plan(postIds.slice(2), changes())
      expect(await readDue()).toEqual([2])
    })

    it("leaves room where a limit is filling up", async () => {
      const { accountId } = await seed(3)
      await knex()("social_call_budget").insert({
        id: "sbud_full",
        bucket: `account:${accountId}:insights`,
        scope: "account",
        used: 0.6,
        observed_at: now,
        resets_at: inMinutes(30),
      })
      expect(await readDue()).toEqual([1])
    })

    it("takes no companions where posts follow a schedule", async () => {
      const { accountId } = await seed(3)
      await service.updateSocialAccounts({
        id: accountId,
        sync_schedule: "0 2 * * *",
      })
      expect(await readDue()).toEqual([1])
    })

    it("reads what is due although it is fresh", async () => {
      const { postIds } = await seed(1)
      await plan(postIds, { last_synced_at: inMinutes(-31) })
      expect(await readDue()).toEqual([1])
    })
  },
  { clock: () => now }
)
