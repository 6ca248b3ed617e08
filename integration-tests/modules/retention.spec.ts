import type { PlatformComment, RetentionRule } from "../../src/platform-kit"
import { loadStoredComments } from "../../src/modules/social-posts/sql/stored-comments"
import { FakePlatform, type FakePost } from "../utils/fake-platform"
import { moduleSuite, seedAccount, syncAll } from "../utils/module-runner"
import { TestClock } from "../utils/test-clock"

jest.setTimeout(120000)

const clock = new TestClock()

const LINKEDIN: readonly RetentionRule[] = [
  { data: "comments", keep_hours: 48 },
  { data: "comment_authors", keep_hours: 24 },
  { data: "posts", keep_hours: 181 * 24 },
  { data: "numbers", keep_hours: 365 * 24 },
]
const X: readonly RetentionRule[] = [
  { data: "posts", keep_hours: 0 },
  { data: "comments", keep_hours: 0 },
  { data: "comment_authors", keep_hours: 0 },
]

const comment = (
  id: string,
  minute: number,
  more: Partial<PlatformComment> = {}
): PlatformComment => ({
  id,
  parent_id: null,
  text: `text of ${id}`,
  author_id: `author-${id}`,
  author_name: `Author of ${id}`,
  like_count: 0,
  hidden: false,
  created_at: new Date(Date.UTC(2026, 10, 1, 10, minute)),
  by_account: false,
  ...more,
})

const THREAD = [
  comment("a", 1),
  comment("a1", 2, { parent_id: "a", by_account: true }),
]

moduleSuite(
  ({ service }) => {
    let accountId = ""
    let postId = ""
    let platformPostId = ""

    const seed = async () => {
      const seeded = await seedAccount(service, 1)
      accountId = seeded.accountId
      postId = seeded.postIds[0] as string
      platformPostId = String((await post()).platform_post_id)
    }

    beforeEach(async () => {
      FakePlatform.reset()
      clock.reset()
      await seed()
    })

    const post = () => service.retrieveSocialPost(postId)
    const insights = async () =>
      (await post()).insights as Record<string, never>
    const comments = () =>
      service.listSocialComments({}, { order: { platform_comment_id: "asc" } })

    const read = async (said: FakePost = {}) => {
      FakePlatform.posts.set(platformPostId, {
        thread: THREAD,
        comments: THREAD.length,
        details: { caption: "Spring", hashtags: ["spring"] },
        ...said,
      })
      await syncAll(service, { limit: 10, force: true })
    }

    const prune = async (dry_run = false) =>
      (await service.retention.prune({ trigger: "manual", dry_run })).removed

    /** Everything that rules could touch. */
    const everything = async () => ({
      post: await post(),
      comments: await comments(),
      snapshots: await service.listSocialPostSnapshots({}),
      days: await service.listSocialAccountSnapshots({}),
    })

    /** Nothing goes a moment before its time, and all of it then. */
    const expectAtBorder = async (
      hours: number,
      expected: Record<string, number>
    ) => {
      // What would end before the next round goes in this one.
      clock.passHours(hours - 0.5 - 1 / 3600)
      const before = await everything()
      expect(await prune()).toEqual({})
      expect(await everything()).toEqual(before)
      clock.passHours(1 / 3600)
      expect(await prune(true)).toEqual({ fake: expected })
      expect(await everything()).toEqual(before)
      expect(await prune()).toEqual({ fake: expected })
      const after = await everything()
      expect(await prune()).toEqual({})
      expect(await everything()).toEqual(after)
      return after
    }

    it("removes names of others after their time; texts and our name stay", async () => {
      FakePlatform.retention = LINKEDIN
      await read()
      const after = await expectAtBorder(24, { comment_authors: 1 })
      expect(after.comments).toMatchObject([
        { author_id: null, author_name: null, text: "text of a" },
        { author_name: "Author of a1", by_account: true },
      ])
      expect(await insights()).toMatchObject({
        comments: 2,
        comments_data: [
          { id: "a1", from: { id: "author-a1" } },
          { id: "a", from: null, text: "text of a" },
        ],
      })
    })

    it("removes comments after their time, and keeps their number", async () => {
      FakePlatform.retention = LINKEDIN.slice(0, 1)
      await read()
      const after = await expectAtBorder(48, { comments: 2 })
      expect(after.comments).toEqual([])
      expect(await insights()).toMatchObject({ comments: 2, comments_data: [] })
    })

    it("counts the time from the last reading, comment by comment", async () => {
      FakePlatform.retention = LINKEDIN.slice(0, 1)
      await read()
      clock.passHours(47)
      await read({ thread: [comment("b", 3, { parent_id: "a" })], comments: 3 })
      clock.passHours(1)
      expect(await prune()).toEqual({ fake: { comments: 2 } })
      expect(await comments()).toMatchObject([{ platform_comment_id: "b" }])
      expect((await insights()).comments_data).toMatchObject([{ id: "b" }])
      // The answered comment is gone: what is left stands for itself.
      const { threads } = await service.listCommentThreads({
        order: "commented_at",
        limit: 5,
        offset: 0,
        unanswered: true,
      })
      expect(threads).toHaveLength(1)
    })

    it("does not call comments new that come again", async () => {
      FakePlatform.retention = LINKEDIN.slice(0, 1)
      await read()
      expect((await insights()).comments_new).toBe(2)
      clock.passHours(50)
      await prune()
      await read({ thread: [...THREAD, comment("b", 3)], comments: 3 })
      expect(await comments()).toHaveLength(3)
      expect((await insights()).comments_new).toBe(1)
    })

    it("removes comments that other modules left in the insights", async () => {
      FakePlatform.retention = LINKEDIN
      await service.updateSocialPosts({
        id: postId,
        insights: { comments: 1, comments_data: [{ text: "old" }], mine: 1 },
      })
      await prune()
      expect(await insights()).toEqual({
        comments: 1,
        comments_data: [],
        mine: 1,
      })
    })

    it("removes texts and pictures after their time, and takes them again", async () => {
      FakePlatform.retention = LINKEDIN.slice(2, 3)
      await read()
      const after = await expectAtBorder(181 * 24, { post_texts: 1 })
      expect(after.post).toMatchObject({
        caption: null,
        hashtags: null,
        media: null,
        content_removed_at: clock.now(),
      })
      expect(await insights()).toMatchObject({ likes: 1, comments: 2 })
      await read()
      expect(await post()).toMatchObject({
        caption: "Spring",
        content_removed_at: null,
      })
    })

    it("counts the age of a text from when it came, not from when numbers did", async () => {
      FakePlatform.retention = LINKEDIN.slice(2, 3)
      await read()
      clock.passHours(100 * 24)
      await read({ details: { caption: undefined, hashtags: undefined } })
      clock.passHours(81 * 24)
      expect(await prune()).toEqual({ fake: { post_texts: 1 } })
    })

    it("counts the age of numbers from when they came, not from a list without", async () => {
      FakePlatform.retention = LINKEDIN.slice(3)
      await read()
      clock.passHours(300 * 24)
      await service["knex_"]("social_post").update({ listed_at: clock.now() })
      clock.passHours(65 * 24)
      expect(await prune()).toEqual({ fake: { post_numbers: 1, snapshots: 1 } })
    })

    it("clears the numbers of the platform alone", async () => {
      FakePlatform.retention = LINKEDIN.slice(3)
      await read()
      await service["knex_"].raw(
        `UPDATE social_post
         SET insights = insights || '{"campaign_insights": {"budget": 50}}'`
      )
      clock.passHours(365 * 24)
      await prune()
      expect(await insights()).toMatchObject({
        fake_insights: null,
        campaign_insights: { budget: 50 },
      })
    })

    it("goes on with the next rule when one fails, and says which", async () => {
      FakePlatform.retention = LINKEDIN
      await read()
      clock.passHours(366 * 24)
      const knex = service["knex_"]
      await knex.raw(
        `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN RAISE EXCEPTION 'no comment may be deleted'; END $$`
      )
      await knex.raw(
        `CREATE TRIGGER refuse BEFORE DELETE ON social_comment
         FOR EACH ROW EXECUTE FUNCTION refuse()`
      )
      const run = await service.retention.prune({ trigger: "manual" })
      await knex.raw("DROP FUNCTION refuse CASCADE")
      expect(run.error).toMatch(/comments of fake.*no comment may be deleted/s)
      expect(run.removed.fake).toEqual({
        post_texts: 1,
        post_numbers: 1,
        snapshots: 1,
      })
      expect((await prune()).fake).toEqual({ comments: 2 })
    })

    it("leaves texts of drafts alone", async () => {
      FakePlatform.retention = LINKEDIN
      await service.createSocialPosts({
        account_id: accountId,
        platform: "fake",
        status: "draft",
        caption: "To come",
      })
      clock.passHours(366 * 24)
      expect((await prune(true)).fake ?? {}).not.toHaveProperty("post_texts")
    })

    it("removes numbers, readings and account days after their time", async () => {
      FakePlatform.retention = LINKEDIN.slice(3)
      await read()
      await service.createSocialAccountSnapshots({
        account_id: accountId,
        day: "2026-11-02",
        captured_at: clock.now(),
        followers: 7,
      })
      const after = await expectAtBorder(365 * 24, {
        post_numbers: 1,
        snapshots: 1,
        account_days: 1,
      })
      expect(after).toMatchObject({ snapshots: [], days: [] })
      expect(await insights()).toMatchObject({
        likes: null,
        engagement: null,
        fake_insights: null,
        unavailable: { likes: "window_closed" },
        platform: "fake",
      })
    })

    it("finds old readings by an index, also those that were deleted softly", async () => {
      const trx = await service["knex_"].transaction()
      try {
        // A table this small would be read whole.
        await trx.raw("SET LOCAL enable_seqscan = off")
        const { rows } = await trx.raw(
          `EXPLAIN SELECT id FROM social_post_snapshot
           WHERE captured_at <= now() ORDER BY captured_at LIMIT 1`
        )
        expect(JSON.stringify(rows)).toContain(
          "IDX_social_post_snapshot_captured_at"
        )
      } finally {
        await trx.rollback()
      }
    })

    it("keeps everything without a rule", async () => {
      await read()
      const before = await everything()
      clock.passHours(20 * 24)
      expect(await prune()).toEqual({})
      expect(await everything()).toEqual(before)
    })

    it("removes the content of deleted posts within a day", async () => {
      FakePlatform.retention = X
      await read()
      clock.passHours(1000)
      expect(await prune()).toEqual({})
      await read({
        fails: { kind: "gone", scope: "post", code: "x", message: "Gone." },
      })
      // An hour before the day is over: half an hour for the round, and more.
      const after = await expectAtBorder(23.5, { comments: 2, post_texts: 1 })
      expect(after.post).toMatchObject({ caption: null, status: "posted" })
      expect(after.comments).toEqual([])
      expect(await insights()).toMatchObject({ likes: 1, comments: 2 })
    })

    it("removes the content of a post at once when its end is certain", async () => {
      FakePlatform.retention = X
      await read()
      await service.updateSocialPosts({ id: postId, status: "unavailable" })
      expect(await prune()).toEqual({ fake: { comments: 2, post_texts: 1 } })
    })

    it("applies the store's own rule where it is stricter", async () => {
      FakePlatform.retention = X
      await service.retention.changeSettings({ comments_days: 3 })
      await read()
      await expectAtBorder(72, { comments: 2 })
      FakePlatform.retention = LINKEDIN.slice(0, 1)
      const rules = await service.retention.rules()
      expect(rules).toMatchObject([{ keep_hours: 48, from: "platform" }])
    })

    it("keeps to the rules of a platform that is no longer configured", async () => {
      FakePlatform.retention = LINKEDIN
      await read()
      await prune()
      const knex = service["knex_"]
      // As if the store had been without it since: nobody else has its name.
      await knex.raw(
        `UPDATE social_setting SET value = jsonb_build_object(
           'left', value -> 'fake' || '{"identifier": "left"}')
         WHERE jsonb_exists(value, 'fake')`
      )
      await knex("social_post").update({ platform: "left" })
      FakePlatform.retention = []
      expect(await service.retention.rules()).toMatchObject(
        LINKEDIN.map((rule) => ({ platform: "left", ...rule }))
      )
      clock.passHours(48)
      expect((await prune()).left).toMatchObject({ comments: 2 })
      expect(await comments()).toEqual([])
    })

    it("leaves what a sync has just read", async () => {
      FakePlatform.retention = LINKEDIN
      await read()
      clock.passHours(50)
      let removed = {}
      FakePlatform.beforeRead = async () => {
        removed = await prune()
      }
      // The rules run while the posts are read, and again right after.
      await read({ comments: 3 })
      expect(removed).toEqual({ fake: { comments: 2 } })
      expect(await prune()).toEqual({})
      expect(await comments()).toHaveLength(2)
      expect((await insights()).comments_data).toHaveLength(2)
    })

    it("waits for no sync: a post that is being written is left for the next run", async () => {
      FakePlatform.retention = LINKEDIN
      await read()
      clock.passHours(50)
      const trx = await service["knex_"].transaction()
      await trx("social_post").where({ id: postId }).forUpdate().first("id")
      expect(await prune()).toEqual({})
      await trx.commit()
      expect(await prune()).toEqual({ fake: { comments: 2 } })
      const stored = await loadStoredComments(service["knex_"], [postId])
      expect(stored.size).toBe(0)
    })

    it("removes each row once when two processes apply the rules", async () => {
      FakePlatform.retention = LINKEDIN.slice(0, 1)
      for (let count = 0; count < 4; count++) {
        await read()
        await seed()
      }
      clock.passHours(50)
      const both = await Promise.all([prune(), prune()])
      const left = await prune()
      const removed = [...both, left].reduce(
        (sum, { fake }) => sum + (fake?.comments ?? 0),
        0
      )
      expect(removed).toBe(8)
      expect(await comments()).toEqual([])
    })

    it("clears the plugin's own books", async () => {
      const knex = service["knex_"]
      await knex("social_webhook_delivery").insert(
        [clock.now(), null].map((worked_at, at) => ({
          id: `shook_${at}`,
          platform: "fake",
          digest: String(at),
          notices: "[]",
          received_at: clock.now(),
          worked_at,
        }))
      )
      await read()
      await service.retention.changeSettings({ runs_days: 30 })
      clock.passHours(7 * 24 - 1)
      expect(await prune()).toEqual({})
      clock.passHours(1)
      expect(await prune()).toEqual({ store: { webhook_deliveries: 1 } })
      clock.passHours(23 * 24)
      expect(await prune()).toMatchObject({
        store: { sync_runs: 1 },
      })
      expect(await knex("social_webhook_delivery").select("id")).toEqual([
        { id: "shook_1" },
      ])
    })

    it("tells what it did, and keeps one idle entry a day", async () => {
      FakePlatform.retention = LINKEDIN.slice(0, 1)
      await read()
      for (let hour = 0; hour < 50; hour++) {
        await service.retention.prune({ trigger: "scheduled" })
        clock.passHours(1)
      }
      const runs = await service.retention.lastRuns(10)
      // From noon on, three days and a bit; the one that removed something.
      expect(runs.map(({ removed }) => removed)).toEqual([
        { fake: { comments: 2 } },
        {},
        {},
        {},
      ])
      expect(runs[0]).toMatchObject({
        trigger: "scheduled",
        dry_run: false,
        error: null,
      })
      expect(runs.every(({ finished_at }) => finished_at !== null)).toBe(true)
    })

    it("refuses settings that do not fit together", async () => {
      await expect(
        service.retention.changeSettings({ posts_daily_days: 10 })
      ).rejects.toThrow(/posts_daily_days \(10\) must be at least/)
      expect((await service.retention.settings()).posts_daily_days).toBe(365)
    })
  },
  { clock: clock.now, freshness_minutes: 0 }
)
