import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { writeSnapshots } from "../../src/modules/social-posts/sql/write-readings"
import { FakePlatform } from "../utils/fake-platform"
import { moduleSuite, seedAccount, syncAll } from "../utils/module-runner"

jest.setTimeout(120000)

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const START = new Date("2026-11-01T10:00:00Z")

let now = START

/** A platform that counted reach in another way from 5 November on. */
class RecountingPlatform extends FakePlatform {
  constructor(container: unknown, options: unknown) {
    super(container, options)
    Object.assign(this.profile, {
      definitions: [{ since: "2026-11-05", version: 2, metrics: ["reach"] }],
    })
  }
}

moduleSuite(
  ({ service, MikroOrmWrapper }) => {
    const knex = () => MikroOrmWrapper.getManager().getKnex() as unknown as Knex
    const hours = (count: number) => (now = new Date(+now + count * HOUR))

    beforeEach(() => {
      FakePlatform.reset()
      now = START
    })

    /** A post with this many likes and people reached, read now. */
    async function read(postId: string, likes: number, reach = 100) {
      const { platform_post_id } = await service.retrieveSocialPost(postId)
      FakePlatform.posts.set(platform_post_id as string, { likes, reach })
      const { run } = await syncAll(service, {
        post_ids: [postId],
        force: true,
      })
      expect(run?.success).toBe(1)
    }

    async function newPost(): Promise<string> {
      const { postIds } = await seedAccount(service, 1)
      return postIds[0] as string
    }

    const readings = async (post_id: string) =>
      service.listSocialPostSnapshots(
        { post_id },
        { order: { captured_at: "ASC" }, take: 5000 }
      )

    it("keeps readings that changed something, and one a day in any case", async () => {
      const post = await newPost()
      await read(post, 5)
      hours(2)
      await read(post, 5)
      expect(await readings(post)).toHaveLength(1)
      hours(2)
      await read(post, 8)
      hours(2)
      await read(post, 8)
      expect(await readings(post)).toHaveLength(2)
      // The next day, by UTC.
      hours(9)
      await read(post, 8)
      hours(1)
      await read(post, 8)
      const kept = await readings(post)
      expect(kept.map(({ likes }) => likes)).toEqual([5, 8, 8])
      expect(kept[2]?.captured_at).toEqual(new Date("2026-11-02T01:00:00Z"))
    })

    it.each(["srun_one", null])(
      "keeps a reading once that is written again (run %p)",
      async (run) => {
        const post_id = await newPost()
        const reading = {
          post_id,
          captured_at: now,
          numbers: { likes: 3 },
          other_metrics: null,
          breakdowns: null,
          changed: run !== null,
          definition_version: 1,
        }
        await writeSnapshots(knex(), run, [reading], now)
        await writeSnapshots(knex(), run, [reading], now)
        expect(await readings(post_id)).toHaveLength(1)
      }
    )

    it("notes only what was read, when a part of the numbers failed", async () => {
      const post = await newPost()
      await read(post, 5)
      const { platform_post_id } = await service.retrieveSocialPost(post)
      const id = platform_post_id as string
      const problem = {
        kind: "permission",
        scope: "account",
        code: "10",
        message: "Permission denied: the scope fake_insights is missing.",
      } as const
      const readPart = async (unread: ("likes" | "comments" | "reach")[]) => {
        hours(24)
        FakePlatform.posts.set(id, { likes: 6, problem, unread })
        await syncAll(service, { post_ids: [post], force: true })
      }
      await readPart(["reach"])
      expect((await readings(post)).at(-1)).toMatchObject({
        captured_at: now,
        likes: 6,
        engagement: 6,
        reach: null,
        engagement_rate: null,
      })
      // The post itself goes on showing what was known last.
      const { insights } = await service.retrieveSocialPost(post)
      expect(insights).toMatchObject({ likes: 6, reach: 100 })
      await readPart(["likes", "comments", "reach"])
      expect(await readings(post)).toHaveLength(2)
    })

    it("tells values and honest gains of a span, beside the one before", async () => {
      const post = await newPost()
      for (const likes of [10, 14, 30, 29]) {
        await read(post, likes)
        hours(24)
      }
      const told = await service.history.timelineOfPost(post, {
        from: new Date("2026-11-02T10:00:00Z"),
        to: new Date("2026-11-03T10:00:00Z"),
        compare: "previous",
      })
      expect(told.series.map(({ at, values }) => [at, values.likes])).toEqual([
        [new Date("2026-11-02T10:00:00Z"), 14],
        [new Date("2026-11-03T10:00:00Z"), 30],
      ])
      expect(told.gains).toMatchObject({ likes: 16, reach: 0, views: null })
      expect(told.peak.likes).toEqual({ day: "2026-11-03", gain: 16 })
      expect(told.latest.likes).toEqual({
        value: 30,
        at: new Date("2026-11-03T10:00:00Z"),
      })
      expect(told.previous).toMatchObject({
        from: new Date("2026-11-01T10:00:00Z"),
        gains: { likes: 4 },
      })
      const fallen = await service.history.timelineOfPost(post, {
        from: new Date("2026-11-03T12:00:00Z"),
      })
      expect(fallen.gains.likes).toBe(-1)
      const all = await service.history.timelineOfPost(post)
      expect(all.series).toHaveLength(4)
      expect(all.gains.likes).toBeNull()
    })

    it("interrupts the line where the platform counts in another way", async () => {
      const post = await newPost()
      for (let day = 1; day <= 6; day++) {
        await read(post, day, day < 5 ? 100 : 5000 + day)
        hours(24)
      }
      const versions = (await readings(post)).map(
        ({ definition_version }) => definition_version
      )
      expect(versions).toEqual([1, 1, 1, 1, 2, 2])
      const told = await service.history.timelineOfPost(post, { from: START })
      expect(told.gains).toMatchObject({ likes: 5, reach: null })
      const at = new Date("2026-11-05T10:00:00Z")
      const change = { at, from_version: 1, to_version: 2 }
      expect(told.breaks).toEqual([
        { ...change, metric: "reach" },
        // The rate is computed over what was reached.
        { ...change, metric: "engagement_rate" },
      ])
    })

    describe("thinning", () => {
      /** Four readings a day for so many days, up to now; version 2 from a day on. */
      async function longHistory(post: string, days: number, changes: number) {
        await knex().raw(
          `INSERT INTO social_post_snapshot (
             id, post_id, captured_at, likes, definition_version,
             created_at, updated_at
           )
           SELECT 'ssnap_' || :post || n, :post,
             CAST(:now AS timestamptz) - n * interval '6 hours', 1000 - n,
             CASE WHEN n < :changes * 4 THEN 2 ELSE 1 END, :now, :now
           FROM generate_series(1, :days * 4) n`,
          { post, now, days, changes }
        )
      }

      const dayOf = (at: Date) => at.toISOString().slice(0, 10)
      const weekOf = (at: Date) =>
        dayOf(new Date(+at - ((at.getUTCDay() + 6) % 7) * DAY))

      /** What may stay of a history, worked out one reading after the other. */
      function expected(
        all: { captured_at: Date; definition_version: number }[]
      ): string[] {
        const daily = dayOf(new Date(+now - 30 * DAY))
        const weekly = weekOf(new Date(+now - 365 * DAY))
        const stays = (at: Date, next: Date) =>
          dayOf(at) >= daily ||
          (dayOf(at) >= weekly
            ? dayOf(at) !== dayOf(next)
            : weekOf(at) !== weekOf(next))
        return all
          .filter(({ captured_at, definition_version }, index) => {
            const before = all[index - 1]
            const after = all[index + 1]
            return (
              !before ||
              !after ||
              before.definition_version !== definition_version ||
              after.definition_version !== definition_version ||
              stays(captured_at, after.captured_at)
            )
          })
          .map(({ captured_at }) => captured_at.toISOString())
      }

      const times = async (post: string) =>
        (await readings(post)).map(({ captured_at }) =>
          new Date(captured_at).toISOString()
        )

      async function thinAll(limit: number): Promise<number> {
        for (let sum = 0; ;) {
          const removed = await service.history.thin(limit)
          expect(removed).toBeLessThanOrEqual(limit)
          sum += removed
          if (removed < limit) {
            return sum
          }
        }
      }

      it("leaves all, then one a day, then one a week, in bounded steps", async () => {
        const post = await newPost()
        await longHistory(post, 500, 200)
        const all = await readings(post)
        const rest = expected(all)
        // All of a month, 335 days, 19 weeks and what is beside the change.
        expect(rest.length).toBeGreaterThan(120 + 335 + 18)
        expect(rest.length).toBeLessThan(125 + 338 + 24)

        expect(await service.history.thin(10, true)).toBe(2000 - rest.length)
        expect(await times(post)).toHaveLength(2000)
        expect(await thinAll(97)).toBe(2000 - rest.length)
        expect(await times(post)).toEqual(rest)
        expect(await thinAll(97)).toBe(0)
        expect(await service.history.thin(10, true)).toBe(0)
      })

      it("goes on from day to day, and knows the ages of the store", async () => {
        const post = await newPost()
        await longHistory(post, 32, 0)
        await thinAll(1000)
        const before = await times(post)
        hours(24)
        await thinAll(1000)
        expect(await times(post)).toHaveLength(before.length - 3)
        expect(
          await service.history.thin(1000, true, { all_days: 3 })
        ).toBeGreaterThan(60)
        expect(await times(post)).toEqual(expected(await readings(post)))
      })

      it("keeps the first and the last reading of each post", async () => {
        const [one, other] = [await newPost(), await newPost()]
        await longHistory(one, 1, 0)
        await read(other, 1)
        const [first, , , last] = await times(one)
        hours(24 * 600)
        await thinAll(1000)
        expect(await times(one)).toEqual([first, last])
        expect(await times(other)).toHaveLength(1)
      })

      it("disturbs no sync at the same time, and none disturbs it", async () => {
        const { accountId, postIds } = await seedAccount(service, 60)
        for (const post of postIds.slice(0, 5)) {
          await longHistory(post, 60, 0)
        }
        const [{ run }, ...removed] = await Promise.all([
          syncAll(service, { account_id: accountId, limit: 100, force: true }),
          thinAll(50),
          thinAll(70),
        ])
        expect(run).toMatchObject({ status: "success", success: 60 })
        const [one = 0, other = 0] = removed
        for (const [index, post] of postIds.entries()) {
          const left = await readings(post)
          expect(left.at(-1)?.captured_at).toEqual(now)
          expect(left).toHaveLength(index < 5 ? expected(left).length : 1)
        }
        expect(one + other).toBe(
          5 * (240 + 1) - 5 * (await times(postIds[0] as string)).length
        )
      })
    })
  },
  {
    clock: () => now,
    providers: [{ resolve: { services: [RecountingPlatform] }, id: "fake" }],
  }
)
