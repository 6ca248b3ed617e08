import { FakePlatform } from "../utils/fake-platform"
import { HookedPlatform } from "../utils/hooked-platform"
import { moduleSuite, seedAccount, syncAll } from "../utils/module-runner"
import { TestClock } from "../utils/test-clock"

jest.setTimeout(240000)

const clock = new TestClock()

const MANY = 10000

moduleSuite(
  ({ service }) => {
    let accountId = ""
    let postIds: string[] = []
    let platformIds: string[] = []
    let externalId = ""

    beforeEach(async () => {
      FakePlatform.reset()
      clock.reset()
      externalId = `page-${Math.random()}`
      const seeded = await seedAccount(service, 3, { externalId })
      accountId = seeded.accountId
      postIds = seeded.postIds
      platformIds = await Promise.all(
        postIds.map(async (id) =>
          String((await service.retrieveSocialPost(id)).platform_post_id)
        )
      )
      await syncAll(service, { account_id: accountId })
      FakePlatform.reads = []
    })

    const knex = () => service["knex_"]
    const post = (index = 0) =>
      service.retrieveSocialPost(postIds[index] as string)
    const at = (seconds: number) =>
      new Date(clock.now().getTime() + seconds * 1000)
    const passSeconds = (seconds: number) => clock.passHours(seconds / 3600)

    const comment = (more: Record<string, unknown> = {}) => ({
      kind: "comment",
      account_external_id: externalId,
      platform_post_id: platformIds[0],
      comment_id: "c1",
      verb: "added",
      at: clock.now(),
      ...more,
    })
    const receive = (...notices: unknown[]) =>
      service.webhooks.receive("fake", HookedPlatform.request(...notices))
    const tell = async (...notices: unknown[]) => {
      await receive(...notices)
      return service.webhooks.workDue()
    }
    const deliveries = () => knex()("social_webhook_delivery").select("*")

    const withThread = async () => {
      passSeconds(60)
      FakePlatform.posts.set(platformIds[0] as string, {
        comments: 2,
        thread: ["c1", "c2"].map((id) => ({
          id,
          parent_id: null,
          text: `text of ${id}`,
          author_id: "7",
          author_name: "Jane",
          like_count: 0,
          hidden: false,
          created_at: at(-600),
          by_account: false,
        })),
      })
      await syncAll(service, { post_ids: [postIds[0]], force: true })
      passSeconds(60)
    }
    const stored = async (id: string) =>
      (await service.listSocialComments({ platform_comment_id: id }))[0]

    describe("webhooks", () => {
      it("loses none of 10,000 notices in a minute, and reads each post once", async () => {
        let wakes = 0
        for (let start = 0; start < MANY; start += 50) {
          const chunk = Array.from({ length: 50 }, (_, index) => start + index)
          const woken = await Promise.all(
            chunk.map((n) =>
              receive(
                comment({
                  comment_id: `n${n}`,
                  platform_post_id: platformIds[n % 3],
                })
              )
            )
          )
          wakes += woken.filter(Boolean).length
        }
        expect(await deliveries()).toHaveLength(MANY)
        // One who works them off, not ten thousand.
        expect(wakes).toBeGreaterThan(0)
        expect(wakes).toBeLessThan(60)

        const worked = await Promise.all([
          service.webhooks.workDue(),
          service.webhooks.workDue(),
        ])
        expect(worked[0] + worked[1]).toBe(MANY)
        for (const index of [0, 1, 2]) {
          expect(await post(index)).toMatchObject({
            comments_due_at: clock.now(),
            next_sync_at: at(60),
          })
        }
        expect(FakePlatform.reads).toEqual([])

        // Later notices do not put it off.
        passSeconds(59)
        await tell(comment({ comment_id: "late" }))
        expect((await post()).next_sync_at).toEqual(at(1))

        passSeconds(2)
        FakePlatform.commentReads = []
        await syncAll(service, { due: true })
        expect(FakePlatform.reads.flat().sort()).toEqual(platformIds)
        expect(FakePlatform.commentReads.flat().sort()).toEqual(platformIds)
        expect(await post()).toMatchObject({ comments_due_at: null })
        expect((await syncAll(service, { due: true })).run).toBeNull()
      })

      it("takes the same bytes once, and none that are not signed", async () => {
        const request = HookedPlatform.request(comment())
        expect(await service.webhooks.receive("fake", request)).toBe(true)
        expect(await service.webhooks.receive("fake", request)).toBe(false)
        const forged = { ...request, headers: { "x-signature": "0" } }
        await expect(service.webhooks.receive("fake", forged)).rejects.toThrow(
          "signature"
        )
        expect(await deliveries()).toHaveLength(1)
        expect(await service.webhooks.workDue()).toBe(1)
        await service.webhooks.receive("fake", request)
        expect(await service.webhooks.workDue()).toBe(0)
      })

      it("reads again what comes in while a post is read", async () => {
        await tell(comment())
        passSeconds(61)
        FakePlatform.beforeRead = async () => {
          FakePlatform.beforeRead = async () => undefined
          passSeconds(1)
          await tell(comment({ comment_id: "meanwhile" }))
        }
        await syncAll(service, { due: true })
        const due = await post()
        expect(due.comments_due_at).toEqual(clock.now())
        expect(due.next_sync_at?.getTime()).toBeLessThanOrEqual(
          at(60).getTime()
        )
      })

      it("blanks a removed comment at once, and marks a hidden one", async () => {
        await withThread()
        await tell(comment({ verb: "removed" }))
        expect(await stored("c1")).toMatchObject({
          removed_at: clock.now(),
          text: null,
          author_id: null,
          author_name: null,
        })
        await tell(comment({ comment_id: "c2", verb: "hidden" }))
        expect(await stored("c2")).toMatchObject({
          removed_at: null,
          hidden: true,
        })
        const { comments_data } = (await post()).insights as {
          comments_data: { id: string; hidden?: boolean }[]
        }
        expect(comments_data).toEqual([
          expect.objectContaining({ id: "c2", hidden: true }),
        ])
      })

      it("lets nothing old change what is newer", async () => {
        await withThread()
        // Read a minute ago: it was there then.
        await tell(comment({ verb: "removed", at: at(-300) }))
        expect(await stored("c1")).toMatchObject({ removed_at: null })
        expect(await post()).toMatchObject({ comments_due_at: null })
        await tell(comment({ verb: "unhidden", at: at(-10) }))
        await tell(comment({ verb: "hidden", at: at(-20) }))
        expect(await stored("c1")).toMatchObject({ hidden: false })
        // The comment alone is named.
        const alone = { platform_post_id: null, verb: "hidden" }
        await tell(comment({ ...alone, at: at(-5) }))
        expect(await stored("c1")).toMatchObject({ hidden: true })
      })

      it("asks whether a post is gone, and believes it only then", async () => {
        const gone = {
          kind: "post",
          account_external_id: externalId,
          platform_post_id: platformIds[0],
          verb: "removed",
        }
        await tell({ ...gone, at: at(-300) })
        expect((await post()).gone_since).toBeNull()
        passSeconds(60)
        await tell({ ...gone, at: clock.now() })
        expect(await post()).toMatchObject({
          status: "posted",
          gone_since: clock.now(),
          next_sync_at: at(60),
        })
      })

      it("looks for a new post in the list soon", async () => {
        await service.updateSocialAccounts({
          id: accountId,
          next_import_at: at(7200),
        })
        const added = {
          kind: "post",
          account_external_id: externalId,
          verb: "added",
          at: clock.now(),
        }
        const due = async () =>
          (await service.retrieveSocialAccount(accountId)).next_import_at
        await tell({ ...added, platform_post_id: platformIds[0] })
        expect(await due()).toEqual(at(7200))
        await tell({ ...added, platform_post_id: "p99999999" })
        expect(await due()).toEqual(at(60))
      })

      it("keeps a story's last numbers, below those of a later reading", async () => {
        const story = (reach: number, seconds: number) => ({
          kind: "story_insights",
          account_external_id: externalId,
          platform_post_id: platformIds[0],
          reading: {
            metrics: { reach, replies: 2 },
            unavailable: {},
            native: { reach },
          },
          at: at(seconds),
        })
        // Read now, with a reach of 10.
        await tell(story(8, -300))
        expect((await post()).insights).toMatchObject({ reach: 10, replies: 2 })
        passSeconds(60)
        await tell(story(25, 0))
        expect(await post()).toMatchObject({
          last_synced_at: clock.now(),
          insights: { reach: 25, fake_insights: { reach: 25, likes: 1 } },
        })
        const snapshots = await service.listSocialPostSnapshots(
          { post_id: postIds[0] as string },
          { order: { captured_at: "asc" } }
        )
        expect(snapshots.map(({ reach }) => reach)).toEqual([10, 25])
      })

      it("ignores accounts and posts that are not here", async () => {
        const worked = await tell(
          comment({ account_external_id: "stranger" }),
          comment({ platform_post_id: "p77777777" })
        )
        expect(worked).toBe(1)
        expect((await deliveries())[0]).toMatchObject({ error: null })
        expect((await post()).comments_due_at).toBeNull()
      })

      it("reads the younger posts where the account alone is named", async () => {
        await tell(comment({ platform_post_id: null, comment_id: null }))
        const due = (await post()).next_sync_at
        expect(due?.getTime()).toBeLessThanOrEqual(at(900).getTime())
        expect((await post()).comments_due_at).toBeNull()
      })

      it("lets a delivery that fails hold up no other", async () => {
        const logged = jest.spyOn(console, "error").mockReturnValue()
        await receive(comment())
        await knex()("social_webhook_delivery").update({ notices: {} })
        await receive(comment({ comment_id: "fine" }))
        await service.webhooks.workDue()
        expect((await post()).comments_due_at).toEqual(clock.now())
        const [open, ...more] = (await deliveries()).filter(
          ({ worked_at }: { worked_at: Date | null }) => worked_at === null
        )
        expect(more).toEqual([])
        expect(open).toMatchObject({ attempts: 1, lease_until: at(120) })
        expect(open.error).toContain("log")
        for (let hour = 0; hour < 40; hour++) {
          clock.passHours(1)
          await service.webhooks.workDue()
        }
        expect(logged).toHaveBeenCalledTimes(10)
        logged.mockRestore()
        const given = await deliveries()
        expect(given.every(({ worked_at }) => worked_at !== null)).toBe(true)
      })
    })
  },
  {
    clock: clock.now,
    freshness_minutes: 0,
    providers: [{ resolve: { services: [HookedPlatform] }, id: "fake" }],
  }
)
