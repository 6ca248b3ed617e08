import type { ListedPost } from "../../src/platform-kit"
import type SocialPostsModuleService from "../../src/modules/social-posts/service"
import { FakePlatform } from "../utils/fake-platform"
import {
  cursorExpired,
  death,
  listedPost,
  ListingPlatform,
  MirrorPlatform,
  trouble,
} from "../utils/listing-platform"
import { moduleSuite } from "../utils/module-runner"

jest.setTimeout(180000)

const START = new Date("2026-11-20T12:00:00Z")
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

let now = START
const later = (ms: number) => (now = new Date(now.getTime() + ms))
/** Newest first, six hours apart; the first two hours old. */
const posts = (count: number, first = 0) =>
  Array.from({ length: count }, (_, n) =>
    listedPost(first + n, new Date(START.getTime() - 2 * HOUR))
  )

moduleSuite(
  ({ service }) => {
    beforeEach(() => {
      now = START
      ListingPlatform.reset()
    })

    const connect = async (platform = "fake", settings = {}) =>
      service.storeAccount(
        await service.checkAccount({
          platform,
          external_id: `ext-${platform}`,
          access_token: FakePlatform.token,
          settings,
        })
      )
    const publish = (list: ListedPost[], platform = "fake") =>
      ListingPlatform.lists.set(platform, list)
    const importAll = async (
      account: string,
      request: Partial<
        Parameters<SocialPostsModuleService["imports"]["start"]>[1]
      > = {}
    ) => {
      const { id, worker } = await service.imports.start(account, {
        trigger: "manual",
        ...request,
      })
      const finished = await service.imports.work(id, worker)
      return { id, finished, row: await service.retrieveSocialImport(id) }
    }
    const stored = (filters = {}) =>
      service.listSocialPosts(filters, {
        take: 5000,
        order: { posted_at: "DESC" },
      })
    /** What may not depend on how often a walk was interrupted. */
    const books = async () => ({
      posts: (await stored()).map((post) => [
        post.platform_post_id,
        post.origin,
        post.status,
        (post.insights as Record<string, unknown>).likes,
        post.unchanged_readings,
        // The time in the day is each account's own.
        post.next_sync_at !== null,
        post.gone_since,
      ]),
      snapshots: await service
        .listAndCountSocialPostSnapshots({}, { take: 1 })
        .then(([, count]) => count),
    })
    const syncDue = async () => {
      const run = await service.startSyncRun("due", { due: true })
      return run
        ? service.workSyncRun(run.run_id, run.worker, { collect: true })
        : []
    }

    it("brings all posts in with their numbers, in the calls of the list", async () => {
      const account = await connect()
      publish(posts(25))
      const { row, finished } = await importAll(account)
      expect(row).toMatchObject({
        kind: "full",
        status: "success",
        found: 25,
        created: 25,
        updated: 0,
        missing: 0,
        pages: 3,
        calls: 3,
        cursor: null,
        problems: [],
      })
      expect(finished).toMatchObject({ status: "success", found: 25 })
      const [newest] = await stored()
      expect(newest).toMatchObject({
        origin: "imported",
        status: "posted",
        caption: "Post 0 #Tag0 @Friend",
        hashtags: ["tag0"],
        mentions: ["Friend"],
        sync_status: "success",
        last_synced_at: START,
        claim_run_id: null,
        listed_at: START,
        insights: {
          likes: 0,
          reach: 100,
          engagement: 0,
          platform: "fake",
          sync_status: "success",
        },
      })
      expect((await books()).snapshots).toBe(25)
      expect(await service.retrieveSocialAccount(account)).toMatchObject({
        last_imported_at: START,
        imported_since: new Date(START.getTime() - 365 * DAY),
        next_import_at: new Date(START.getTime() + 6 * HOUR),
      })
      // What was just read is not read again at once.
      expect(await syncDue()).toEqual([])
      expect(FakePlatform.reads).toEqual([])
    })

    it("goes back as far as it is told: time, number, or all there is", async () => {
      const account = await connect()
      publish(posts(60))
      const days = (count: number) => new Date(START.getTime() - count * DAY)
      const bounded = await importAll(account, { since: days(2) })
      expect(bounded.row).toMatchObject({
        found: 8,
        pages: 2,
        status: "success",
      })
      const few = await importAll(account, { kind: "full", limit: 13 })
      expect(few.row).toMatchObject({ found: 13, created: 5, updated: 8 })
      const [account_row] = await service.listSocialAccounts({ id: account })
      expect(account_row?.imported_since).toEqual(
        new Date(START.getTime() - 2 * HOUR - 12 * 6 * HOUR)
      )
      const all = await importAll(account, {
        kind: "full",
        since: null,
        limit: null,
      })
      expect(all.row).toMatchObject({ found: 60, created: 47, since: null })
    })

    it("only looks for what is new afterwards", async () => {
      const account = await connect()
      publish(posts(60))
      await importAll(account)
      later(7 * HOUR)
      const fresh = listedPost(
        900,
        new Date(now.getTime() + 900 * 6 * HOUR),
        {}
      )
      publish([fresh, ...posts(60)])
      ListingPlatform.asked = []
      const { row } = await importAll(account)
      expect(row).toMatchObject({ kind: "new", created: 1, pages: 2 })
      ListingPlatform.asked = []
      const again = await importAll(account)
      expect(again.row).toMatchObject({ created: 0, pages: 1, calls: 1 })
      expect(await stored()).toHaveLength(61)
    })

    it("finds a late item on the part it lists again", async () => {
      const account = await connect()
      publish(posts(30))
      await importAll(account)
      later(7 * HOUR)
      const list = posts(30)
      const late = listedPost(901, START, {
        details: { posted_at: new Date(START.getTime() - 15 * HOUR) },
      })
      publish([...list.slice(0, 3), late, ...list.slice(3)])
      expect((await importAll(account)).row).toMatchObject({ created: 1 })
    })

    describe("killed and resumed", () => {
      it.each([1, 2, 3, 4])(
        "at page %i, ends as if nothing had happened",
        async (page) => {
          const undisturbed = await connect()
          publish(posts(35))
          await importAll(undisturbed)
          const expected = await books()
          await service.removeAccount(undisturbed, true)

          ListingPlatform.asked = []
          const account = await connect()
          ListingPlatform.beforePage = (number) => {
            if (number === page) {
              throw death()
            }
          }
          await expect(importAll(account)).rejects.toThrow("gone")
          const [row] = await service.listSocialImports({ status: "running" })
          expect(row).toMatchObject({ pages: page - 1, found: (page - 1) * 10 })
          // Its lease has to expire first.
          expect(await service.imports.resumeAbandoned()).toEqual([])
          now = new Date(START.getTime() + 2 * 60 * 1000)
          const resumed = service.imports.resumeAbandoned()
          now = START
          expect(await resumed).toMatchObject([
            { id: row?.id, status: "success", found: 35, created: 35 },
          ])
          // It went on where it was, instead of from the beginning.
          expect(ListingPlatform.asked).toHaveLength(5)
          expect(await books()).toEqual(expected)
        }
      )

      it("by an error of ours, ends and keeps what was found", async () => {
        const account = await connect()
        publish(posts(20))
        ListingPlatform.shape = (page, number) => {
          if (number === 2) {
            // The second page breaks in the midst of its transaction.
            Object.defineProperty(page.posts.at(-1), "reading", {
              get: () => {
                throw new Error("broken")
              },
            })
          }
          return page
        }
        await expect(importAll(account)).rejects.toThrow("broken")
        expect(await stored()).toHaveLength(10)
        const [row] = await service.listSocialImports({})
        expect(row).toMatchObject({ status: "partial", found: 10, pages: 1 })
        expect(row?.problems).toMatchObject([{ code: "unexpected" }])
      })
    })

    it("takes repeated items once, on one page and across pages", async () => {
      const account = await connect()
      publish(posts(30))
      ListingPlatform.shape = (page, number) => ({
        ...page,
        posts: [
          ...posts(4, (number - 1) * 10 - 2 < 0 ? 0 : (number - 1) * 10 - 2),
          ...page.posts,
          ...page.posts.slice(0, 2),
        ],
      })
      const { row } = await importAll(account)
      expect(row).toMatchObject({ found: 30, created: 30, updated: 0 })
      expect(await books()).toMatchObject({ snapshots: 30 })
      expect(
        (await stored()).map(({ unchanged_readings }) => unchanged_readings)
      ).toEqual(Array(30).fill(0))
    })

    it("takes numbers that come on a later page", async () => {
      const account = await connect()
      publish(posts(20))
      ListingPlatform.shape = (page, number) =>
        number === 1
          ? {
              ...page,
              posts: page.posts.map((post) => ({ ...post, reading: null })),
            }
          : { ...page, posts: [...posts(10), ...page.posts] }
      const { row } = await importAll(account)
      expect(row).toMatchObject({ found: 20, created: 20, updated: 0 })
      expect((await books()).snapshots).toBe(20)
      expect(await syncDue()).toEqual([])
    })

    it("lets the next sync read the numbers that the list does not give", async () => {
      const account = await connect()
      publish(posts(12).map((post) => ({ ...post, reading: null })))
      await importAll(account)
      expect(await syncDue()).toHaveLength(12)
      expect(FakePlatform.reads.flat()).toHaveLength(12)
    })

    it("goes on behind an empty page, and ends a list that never ends", async () => {
      const account = await connect()
      publish(posts(30))
      ListingPlatform.shape = (page, number) =>
        number === 2 ? { ...page, posts: [] } : page
      const { row } = await importAll(account)
      expect(row).toMatchObject({ status: "success", found: 20, pages: 3 })

      ListingPlatform.shape = (page) => ({ ...page, posts: posts(5) })
      publish(posts(5000))
      const endless = await importAll(account, { kind: "full", since: null })
      expect(endless.row).toMatchObject({ status: "partial", found: 5 })
      expect(endless.row.problems).toMatchObject([{ code: "list_in_circles" }])
    })

    it("begins again when its place is no longer known", async () => {
      const account = await connect()
      publish(posts(40))
      let expired = 0
      ListingPlatform.beforePage = (_, { cursor }) => {
        if (cursor === "at-20" && expired++ < 2) {
          throw cursorExpired()
        }
      }
      const { row } = await importAll(account)
      expect(row).toMatchObject({ status: "success", found: 40, created: 40 })
      expect(row.problems).toHaveLength(2)
      expect(await books()).toMatchObject({ snapshots: 40 })

      expired = -1000
      const hopeless = await importAll(account, { kind: "full" })
      expect(hopeless.row).toMatchObject({ status: "partial", found: 20 })
      expect(hopeless.row.problems).toHaveLength(4)
    })

    it("reads a long part again when its place was forgotten while it rested", async () => {
      const account = await connect()
      ListingPlatform.pageSize = 1
      publish(posts(60))
      const rest = (until: number) =>
        trouble("rate_limit", {
          retry_at: new Date(now.getTime() + until * HOUR),
        })
      // Rests at 40, forgets the place, and rests once more on the way there.
      const story = [
        { at: "at-40", error: rest(1) },
        { at: "at-40", error: cursorExpired() },
        { at: "at-5", error: rest(3) },
      ]
      ListingPlatform.beforePage = (_, { cursor }) => {
        if (story[0] && story[0].at === cursor) {
          throw story.shift()?.error
        }
      }
      expect((await importAll(account)).finished).toBeNull()
      later(2 * HOUR)
      expect(await service.imports.resumeAbandoned()).toEqual([])
      later(2 * HOUR)
      const [finished] = await service.imports.resumeAbandoned()
      expect(story).toEqual([])
      expect(finished).toMatchObject({ status: "success", found: 60 })
      const since = new Date(START.getTime() - 365 * DAY)
      expect(await service.retrieveSocialAccount(account)).toMatchObject({
        imported_since: since,
      })
    })

    it("does not take many empty pages for a list that never ends", async () => {
      const account = await connect()
      ListingPlatform.pageSize = 1
      publish(posts(60))
      // What the platform leaves out of its pages, e.g. replies.
      ListingPlatform.shape = (page, number) =>
        number > 10 && number <= 50 ? { ...page, posts: [] } : page
      const { row } = await importAll(account)
      expect(row).toMatchObject({ status: "success", found: 20, pages: 60 })
    })

    describe("ends when its account may not be asked any more", () => {
      const paused = "The account is paused."

      it.each([
        [
          "paused",
          paused,
          (id: string) =>
            service.updateSocialAccounts({
              id,
              status: "paused",
              status_reason: paused,
            }),
        ],
        [
          "disconnected",
          "The account was disconnected. Connect it again to go on syncing.",
          (id: string) => service.removeAccount(id, false),
        ],
      ] as const)("%s", async (status, message, stop) => {
        const account = await connect()
        publish(posts(40))
        ListingPlatform.beforePage = async (page) => {
          if (page === 2) {
            await stop(account)
          }
        }
        const { row } = await importAll(account)
        expect(row).toMatchObject({ status: "partial", found: 10, pages: 1 })
        // The call that was under way counts.
        expect(row).toMatchObject({ calls: 2 })
        expect(row.problems).toEqual([{ code: status, message }])
        expect(ListingPlatform.asked).toEqual([null, "at-10"])
        expect(await stored()).toHaveLength(10)
        expect(await service.retrieveSocialAccount(account)).toMatchObject({
          status,
          status_reason: message,
          imported_since: null,
        })
      })

      it("and goes all the way when it is resumed", async () => {
        const account = await connect()
        publish(posts(40))
        const set = (status: "active" | "paused") =>
          service.updateSocialAccounts({ id: account, status })
        ListingPlatform.beforePage = async (page) => {
          if (page === 2) {
            await set("paused")
          }
        }
        expect((await importAll(account)).row.status).toBe("partial")
        await set("active")
        ListingPlatform.beforePage = () => undefined
        const { row } = await importAll(account)
        expect(row).toMatchObject({
          kind: "full",
          status: "success",
          found: 40,
        })
      })
    })

    describe("leaves no hole between what is new and what was known", () => {
      const newer = () =>
        Array.from({ length: 40 }, (_, n) =>
          listedPost(100 + n, new Date(now.getTime() + 598 * HOUR))
        )

      it.each([
        ["a walk that was cut", {}, "partial"],
        ["one that was cut on its whole way", { kind: "full" }, "partial"],
        ["one that its limit ended", { limit: 20 }, "success"],
        [
          "a short one back in time",
          { kind: "full", since: START, limit: 20 },
          "success",
        ],
      ] as const)("after %s", async (_, request, status) => {
        const account = await connect()
        publish(posts(25))
        await importAll(account)
        later(30 * DAY)
        publish([...newer(), ...posts(25)])
        ListingPlatform.beforePage = (_page, { cursor }) => {
          if (cursor === "at-20") {
            throw trouble("permission")
          }
        }
        const { row } = await importAll(account, request)
        expect(row).toMatchObject({ status, found: 20 })
        ListingPlatform.beforePage = () => undefined
        const next = await importAll(account)
        expect(next.row).toMatchObject({ kind: "new", status: "success" })
        expect(await stored()).toHaveLength(65)
        // What is known now is not walked through again.
        later(7 * HOUR)
        const pages = (await importAll(account)).row.pages
        expect(pages).toBeLessThanOrEqual(2)
      })
    })

    it("takes a time to come for now", async () => {
      const account = await connect()
      publish(posts(5))
      const since = new Date(START.getTime() + 90 * DAY)
      expect((await importAll(account, { since })).row.found).toBe(0)
      later(DAY)
      publish([listedPost(9, new Date(now.getTime() + 53 * HOUR)), ...posts(5)])
      expect((await importAll(account)).row).toMatchObject({ created: 1 })
    })

    describe("deletions", () => {
      it("are believed only when the platform says so of the post, on two days", async () => {
        const account = await connect()
        publish(posts(25))
        await importAll(account)
        later(7 * HOUR)
        publish(posts(25).filter((_, n) => n !== 3))
        const { row } = await importAll(account)
        expect(row).toMatchObject({ missing: 1, status: "success" })
        const find = async () =>
          (await stored({ platform_post_id: "p00003" }))[0]
        // A list's silence is not the platform's word.
        expect(await find()).toMatchObject({
          status: "posted",
          gone_since: null,
          next_sync_at: now,
        })
        const gone = {
          kind: "gone",
          scope: "post",
          code: "33",
          message: "Gone.",
        }
        FakePlatform.posts.set("p00003", { fails: gone as never })
        await syncDue()
        expect(FakePlatform.reads.flat()).toContain("p00003")
        expect(await find()).toMatchObject({
          status: "posted",
          gone_since: now,
        })
        later(26 * HOUR)
        await syncDue()
        expect(await find()).toMatchObject({ status: "unavailable" })
        expect((await find())?.insights).toMatchObject({ likes: 3 })
      })

      it("are taken back when the post is there after all, and not doubted again", async () => {
        const account = await connect()
        publish(posts(25))
        await importAll(account)
        later(7 * HOUR)
        publish(posts(25).filter((_, n) => n !== 3))
        expect((await importAll(account)).row.missing).toBe(1)
        await syncDue()
        const [post] = await stored({ platform_post_id: "p00003" })
        expect(post).toMatchObject({ status: "posted", gone_since: null })
        later(7 * HOUR)
        expect((await importAll(account)).row.missing).toBe(0)
      })

      it("are not told of what was not read", async () => {
        const account = await connect()
        publish(posts(40))
        await importAll(account)
        later(7 * HOUR)
        // Deleted behind the part that a walk for new posts reads.
        publish(posts(40).filter((_, n) => n !== 30))
        expect((await importAll(account)).row).toMatchObject({
          pages: 1,
          missing: 0,
        })
        // Not of a walk that was cut …
        ListingPlatform.beforePage = (_, { cursor }) => {
          if (cursor === "at-20") {
            throw trouble("permission")
          }
        }
        publish(posts(40).filter((_, n) => n !== 5))
        const cut = await importAll(account, { kind: "full" })
        expect(cut.row).toMatchObject({ status: "partial", missing: 0 })
        // … nor of an empty list.
        ListingPlatform.beforePage = () => undefined
        publish([])
        const empty = await importAll(account, { kind: "full" })
        expect(empty.row).toMatchObject({ status: "success", missing: 0 })
        expect(await stored({ listed_at: null })).toEqual([])
      })

      it("during the walk harm nothing", async () => {
        const account = await connect()
        publish(posts(30))
        ListingPlatform.beforePage = (number) => {
          if (number === 2) {
            publish(posts(30).filter((_, n) => n !== 2 && n !== 15))
          }
        }
        const { row } = await importAll(account)
        // The list moved up by one: that post was missed for now.
        expect(row).toMatchObject({ status: "success", found: 28, missing: 0 })
        later(7 * HOUR)
        const again = await importAll(account, { kind: "full" })
        expect(again.row).toMatchObject({ created: 1, missing: 1 })
      })
    })

    it("lets two processes import an account once", async () => {
      await connect()
      publish(posts(30))
      const [one, two] = await Promise.all([
        service.imports.runDue(),
        service.imports.runDue(),
      ])
      expect(one.concat(two).sort((a, b) => b.found - a.found)).toMatchObject([
        { trigger: "connect", kind: "full", found: 30, status: "success" },
        { kind: "stories", found: 0 },
      ])
      expect(ListingPlatform.asked).toHaveLength(3)
      expect(await stored()).toHaveLength(30)
    })

    it("refuses a second import beside one that runs, naming it", async () => {
      const account = await connect()
      const { id } = await service.imports.start(account, { trigger: "manual" })
      const second = service.imports.start(account, {
        trigger: "manual",
        kind: "new",
      })
      await expect(second).rejects.toThrow(id)
    })

    it("is not written to by a worker that lost it", async () => {
      const account = await connect()
      publish(posts(30))
      let stolen = false
      const { id, worker } = await service.imports.start(account, {
        trigger: "manual",
      })
      ListingPlatform.shape = (page, number) => {
        if (number === 2 && !stolen) {
          stolen = true
          later(2 * 60 * 1000)
        }
        return page
      }
      const first = service.imports.work(id, worker)
      const second = first.then(() => null)
      expect(await first).toMatchObject({ status: "success", found: 30 })
      await second
      expect(await service.imports.work(id, worker)).toBeNull()
    })

    it("rests until a limit is over, and goes on by itself", async () => {
      const account = await connect()
      publish(posts(30))
      const retry_at = new Date(START.getTime() + 40 * 60 * 1000)
      let limited = true
      ListingPlatform.beforePage = (_, { cursor }) => {
        if (limited && cursor === "at-10") {
          throw trouble("rate_limit", { retry_at })
        }
      }
      const { finished, row, id } = await importAll(account)
      expect(finished).toBeNull()
      expect(row).toMatchObject({
        status: "running",
        found: 10,
        resume_at: retry_at,
      })
      expect(await service.retrieveSocialAccount(account)).toMatchObject({
        parked_until: retry_at,
      })
      later(39 * 60 * 1000)
      expect(await service.imports.resumeAbandoned()).toEqual([])
      limited = false
      later(2 * 60 * 1000)
      expect(await service.imports.resumeAbandoned()).toMatchObject([
        { id, status: "success", found: 30 },
      ])
    })

    it("makes an account with a dead token ask for a person", async () => {
      const account = await connect()
      publish(posts(30))
      ListingPlatform.beforePage = (number) => {
        if (number === 2) {
          throw trouble("auth")
        }
      }
      const { row } = await importAll(account)
      expect(row).toMatchObject({ status: "partial", found: 10 })
      expect(await service.retrieveSocialAccount(account)).toMatchObject({
        status: "needs_reconnect",
        status_reason: "Fake says auth.",
      })
      await expect(importAll(account)).rejects.toThrow("Fake says auth.")
      expect(await service.imports.runDue()).toEqual([])
    })

    it("does not take an account that may not list for dead", async () => {
      const account = await connect()
      ListingPlatform.beforePage = () => {
        throw trouble("permission")
      }
      expect((await importAll(account)).row.status).toBe("failed")
      expect(await service.retrieveSocialAccount(account)).toMatchObject({
        status: "active",
      })
    })

    it("does not ask again for what an account cannot give", async () => {
      await connect()
      ListingPlatform.beforePage = () => {
        throw trouble("unsupported_metric", { code: "not_offered" })
      }
      await service.imports.runDue()
      later(400 * DAY)
      ListingPlatform.asked = []
      await service.imports.runDue()
      expect(ListingPlatform.asked).toEqual([])
    })

    it("takes over what merchants stored, and changes nothing they wrote", async () => {
      const account = await connect()
      const create = (data: Record<string, unknown>) =>
        service.createSocialPosts({
          account_id: account,
          platform: "fake",
          ...data,
        } as never) as unknown as Promise<{ id: string }>
      const mine = await create({
        platform_post_id: "p00000",
        status: "posted",
        origin: "published",
        caption: "Written by me",
        insights: { note: "keep", likes: 7 },
      })
      const byAddress = await create({
        status: "draft",
        permalink: "http://www.fake.example/posts/p00001/?utm_source=x",
      })
      const byInsights = await create({
        status: "draft",
        insights: { publish_results: [{ platform: "fake", postId: "p00002" }] },
      })
      const putAway = await create({
        platform_post_id: "p00003",
        status: "archived",
      })
      const lost = await create({
        platform_post_id: "p00004",
        status: "unavailable",
      })
      publish(posts(6))
      const { row } = await importAll(account)
      expect(row).toMatchObject({ found: 6, created: 1, updated: 5 })
      const get = (id: string) => service.retrieveSocialPost(id)
      expect(await get(mine.id)).toMatchObject({
        origin: "published",
        caption: "Written by me",
        insights: { note: "keep", likes: 0 },
      })
      expect(await get(byAddress.id)).toMatchObject({
        origin: "manual",
        status: "posted",
        platform_post_id: "p00001",
        insights: { likes: 1 },
      })
      expect(await get(byInsights.id)).toMatchObject({
        status: "posted",
        platform_post_id: "p00002",
        insights: { publish_results: [{ platform: "fake", postId: "p00002" }] },
      })
      expect(await get(putAway.id)).toMatchObject({
        status: "archived",
        last_synced_at: null,
      })
      expect(await get(lost.id)).toMatchObject({ status: "posted" })
      expect(await stored()).toHaveLength(6)
    })

    it("leaves the numbers of a post alone that a sync is reading", async () => {
      const account = await connect()
      publish(posts(2))
      await importAll(account)
      now = new Date()
      const run = await service.startSyncRun("bulk", { limit: 10, force: true })
      publish(
        posts(2).map((post) => ({
          ...post,
          reading: { ...post.reading, metrics: { likes: 99 } } as never,
        }))
      )
      await importAll(account, { kind: "full" })
      const [post] = await stored()
      expect(post).toMatchObject({
        claim_run_id: run?.run_id,
        insights: { likes: 0 },
      })
    })

    it("has comments read whose number changed meanwhile", async () => {
      const account = await connect()
      publish(posts(3))
      await importAll(account)
      later(7 * HOUR)
      const list = posts(3)
      publish([
        {
          ...list[0],
          reading: { ...list[0]?.reading, metrics: { comments: 4 } },
        } as never,
        ...list.slice(1),
      ])
      await importAll(account)
      const due = await stored({ comments_due_at: { $ne: null } })
      expect(due.map(({ platform_post_id }) => platform_post_id)).toEqual([
        "p00000",
      ])
    })

    it("leaves out a post that cannot be stored, and names it", async () => {
      const account = await connect()
      const list = posts(12)
      publish([
        ...list.slice(0, 5),
        {
          ...list[5],
          details: { ...list[5]?.details, posted_at: new Date(8.64e15) },
        } as never,
        ...list.slice(6),
      ])
      const { row } = await importAll(account)
      expect(row).toMatchObject({ status: "partial", found: 11, created: 11 })
      expect(row.problems).toMatchObject([{ platform_post_id: "p00005" }])
      expect(await stored()).toHaveLength(11)
    })

    describe("cross-posts", () => {
      const seconds = (post: ListedPost, count: number): ListedPost => ({
        ...post,
        details: {
          ...post.details,
          permalink: null,
          posted_at: new Date(Number(post.details.posted_at) + count * 1000),
        },
      })

      it("are two posts with one group", async () => {
        const one = await connect()
        const two = await connect("mirror", { page_id: "ext-fake" })
        publish(posts(4))
        publish(
          [
            seconds(posts(1)[0] as ListedPost, 300),
            seconds(posts(2)[1] as ListedPost, 700),
          ],
          "mirror"
        )
        await importAll(one)
        await importAll(two)
        const grouped = await stored({ group_id: { $ne: null } })
        expect(grouped.map(({ platform }) => platform).sort()).toEqual([
          "fake",
          "mirror",
        ])
        expect(grouped[0]?.group_id).toBe(grouped[1]?.group_id)
        const before = grouped.map(({ group_id }) => group_id)
        await importAll(one, { kind: "full" })
        const after = await stored({ group_id: { $ne: null } })
        expect(after.map(({ group_id }) => group_id)).toEqual(before)
      })

      it("need more proof between accounts that are not linked", async () => {
        const one = await connect()
        const two = await connect("mirror")
        publish(posts(4))
        const long = (post: ListedPost) => ({
          ...post,
          details: {
            ...post.details,
            caption: "A caption of twenty signs or more",
          },
        })
        const [first, next] = posts(2) as [ListedPost, ListedPost]
        const second = {
          ...next,
          details: { ...next.details, caption: "Good morning!" },
        }
        publish([long(first), second])
        publish([seconds(long(first), 60), seconds(second, 60)], "mirror")
        await importAll(one)
        await importAll(two)
        const grouped = await stored({ group_id: { $ne: null } })
        expect(grouped.map(({ platform_post_id }) => platform_post_id)).toEqual(
          ["p00000", "p00000"]
        )
      })
    })

    describe("stories", () => {
      const story = (reading = true): ListedPost => {
        const posted_at = new Date(START.getTime() - HOUR / 2)
        const { reading: numbers, ...post } = listedPost(800, START)
        return {
          ...post,
          reading: reading ? numbers : null,
          details: { ...post.details, posted_at, media_product_type: "STORY" },
          expires_at: new Date(posted_at.getTime() + DAY),
        }
      }
      const find = async () => (await stored({ platform_post_id: "p00800" }))[0]

      it("are found while alive, read at five ages, and never gone", async () => {
        await connect()
        ListingPlatform.stories = [story()]
        await service.imports.runDue()
        expect(await find()).toMatchObject({
          origin: "imported",
          expires_at: new Date(START.getTime() + 23.5 * HOUR),
          next_sync_at: new Date(START.getTime() + HOUR / 2),
        })
        const ages: number[] = []
        const born = START.getTime() - HOUR / 2
        for (let step = 0; step < 100; step++) {
          later(HOUR / 2)
          FakePlatform.reads = []
          await service.imports.runDue()
          await syncDue()
          if (FakePlatform.reads.flat().includes("p00800")) {
            ages.push((now.getTime() - born) / HOUR)
          }
          if (now.getTime() >= born + DAY) {
            ListingPlatform.stories = []
          }
        }
        expect(ages).toEqual([1, 6, 12, 20, 23.5])
        expect(await find()).toMatchObject({
          status: "posted",
          gone_since: null,
          next_sync_at: null,
        })
      })

      it("are looked for each three hours, in one call, and leave one import", async () => {
        const account = await connect()
        for (const hours of [0, 1, 2, 3, 4]) {
          now = new Date(START.getTime() + hours * HOUR)
          await service.imports.runDue()
        }
        const imports = await service.listSocialImports({ kind: "stories" })
        expect(imports).toHaveLength(1)
        expect(imports[0]).toMatchObject({
          calls: 1,
          started_at: new Date(START.getTime() + 3 * HOUR),
        })
        expect(await service.retrieveSocialAccount(account)).toMatchObject({
          next_stories_at: new Date(START.getTime() + 6 * HOUR),
        })
      })

      it("that have ended are read for nobody but who asks for them", async () => {
        await connect()
        ListingPlatform.stories = [story()]
        await service.imports.runDue()
        later(30 * HOUR)
        expect(await service.startSyncRun("bulk", { force: true })).toBeNull()
        const id = (await find())?.id as string
        const asked = await service.startSyncRun("manual", {
          post_ids: [id],
          depth: "single",
          force: true,
        })
        expect(asked?.claimed).toBe(1)
      })
    })
  },
  {
    clock: () => now,
    providers: [
      { resolve: { services: [ListingPlatform] }, id: "fake" },
      { resolve: { services: [MirrorPlatform] }, id: "mirror" },
    ],
  }
)
