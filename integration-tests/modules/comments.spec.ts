import type { PlatformComment } from "../../src/platform-kit"
import { FakePlatform, type FakePost } from "../utils/fake-platform"
import { moduleSuite, seedAccount, syncAll } from "../utils/module-runner"
import { TestClock } from "../utils/test-clock"

jest.setTimeout(120000)

const clock = new TestClock()

/** A comment written so many minutes after ten. */
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

const at = (minute: number) => comment("", minute).created_at
const ALL = { from: null, by: "comment" } as const

moduleSuite(
  ({ service }) => {
    let postId = ""
    let platformPostId = ""

    beforeEach(async () => {
      FakePlatform.reset()
      clock.reset()
      const { postIds } = await seedAccount(service, 1)
      postId = postIds[0] as string
      platformPostId = String(
        (await service.retrieveSocialPost(postId)).platform_post_id
      )
    })

    /** What the platform says from now on, read an hour later. */
    const read = async (said: FakePost) => {
      FakePlatform.posts.set(platformPostId, {
        comments: said.thread?.length ?? 0,
        ...said,
      })
      clock.passHours(1)
      await syncAll(service, { limit: 10, force: true })
    }

    const stored = async (name: string) => {
      const [row] = await service.listSocialComments({
        platform_comment_id: name,
      })
      return row
    }

    const insights = async () =>
      (await service.retrieveSocialPost(postId)).insights as Record<
        string,
        unknown
      >

    const shown = async () =>
      ((await insights()).comments_data as { id: string }[]).map(({ id }) => id)

    const unanswered = async (wanted: boolean) => {
      const { threads } = await service.listCommentThreads({
        unanswered: wanted,
        order: "commented_at",
        limit: 50,
        offset: 0,
      })
      const rows = await service.listSocialComments({
        id: threads.map(({ id }) => id),
      })
      return rows.map((row) => row.platform_comment_id).sort()
    }

    it("sees edits, and that nothing else is one", async () => {
      const thread = [comment("a", 1), comment("b", 2)]
      await read({ thread })
      expect(await stored("a")).toMatchObject({
        edited_at: null,
        fetched_at: clock.now(),
      })
      await read({
        thread: [
          comment("a", 1, { text: "better" }),
          comment("b", 2, { like_count: 4 }),
        ],
        comments: 3,
      })
      const edited = clock.now()
      expect(await stored("a")).toMatchObject({
        text: "better",
        edited_at: edited,
      })
      expect(await stored("b")).toMatchObject({
        edited_at: null,
        like_count: 4,
      })
      await read({ thread: [comment("a", 1, { text: "better" })], comments: 4 })
      expect((await stored("a"))?.edited_at).toEqual(edited)
      expect((await insights()).comments_new).toBe(0)
    })

    it("believes that comments are gone inside the range that was read, alone", async () => {
      const thread = [
        comment("new", 30),
        comment("mid", 20),
        comment("old", 10),
      ]
      await read({ thread, complete: ALL })
      // Newest first down to the known one: what is older was not looked at.
      await read({
        thread: [comment("new", 30)],
        comments: 2,
        complete: { from: at(15), by: "comment" },
      })
      expect(await stored("mid")).toMatchObject({
        removed_at: clock.now(),
        text: null,
        author_id: null,
        author_name: null,
        commented_at: at(20),
      })
      expect((await stored("old"))?.removed_at).toBeNull()
      expect(await shown()).toEqual(["new", "old"])
      // No range, no deletions; what comes again is there again.
      await read({ thread: [comment("mid", 20)], comments: 7 })
      expect(await stored("mid")).toMatchObject({
        removed_at: null,
        edited_at: null,
        text: "text of mid",
      })
      expect((await stored("new"))?.removed_at).toBeNull()
      await read({ thread: [comment("mid", 20)], complete: ALL })
      expect((await stored("new"))?.removed_at).toEqual(clock.now())
      expect(await shown()).toEqual(["mid"])
      expect((await insights()).comments).toBe(1)
    })

    it("keeps replies where their thread was not read", async () => {
      await read({
        thread: [
          comment("new", 10),
          comment("old", 1),
          comment("late", 20, { parent_id: "old" }),
        ],
      })
      await read({
        thread: [comment("new", 10)],
        comments: 5,
        complete: { from: at(5), by: "thread" },
      })
      expect((await stored("late"))?.removed_at).toBeNull()
      // On LinkedIn, answers are read of some threads only.
      await read({
        thread: [comment("new", 10), comment("old", 1)],
        comments: 6,
        complete: { from: null, by: "thread", replies_of: ["new"] },
      })
      expect((await stored("late"))?.removed_at).toBeNull()
      await read({
        thread: [comment("new", 10), comment("old", 1)],
        comments: 7,
        complete: { from: null, by: "thread", replies_of: ["old"] },
      })
      expect((await stored("late"))?.removed_at).toEqual(clock.now())
      expect((await stored("old"))?.removed_at).toBeNull()
    })

    it("knows which threads wait for an answer", async () => {
      const own = { by_account: true }
      const thread = [
        comment("open", 1),
        comment("answered", 2),
        comment("answered1", 3, { parent_id: "answered", ...own }),
        comment("back", 4),
        comment("back1", 5, { parent_id: "back", ...own }),
        comment("back1x", 6, { parent_id: "back1" }),
        comment("ours", 7, own),
        comment("unclear", 8, { by_account: null }),
        comment("spam", 9, { hidden: true }),
        comment("trolled", 10, own),
        comment("trolled1", 11, { parent_id: "trolled", hidden: true }),
      ]
      await read({ thread, complete: ALL })
      expect(await unanswered(true)).toEqual(["back", "open"])
      expect(await unanswered(false)).toEqual([
        "answered",
        "ours",
        "spam",
        "trolled",
      ])
      expect((await stored("unclear"))?.unanswered).toBeNull()
      // Our answer is deleted, theirs is hidden, a reply comes in late.
      const later = thread.filter(({ id }) => id !== "answered1")
      await read({
        thread: [
          ...later.map((one) =>
            one.id === "back1x" ? { ...one, hidden: true } : one
          ),
          comment("open1", 12, { parent_id: "open", ...own }),
        ],
        comments: 20,
        complete: ALL,
      })
      expect(await unanswered(true)).toEqual(["answered"])
    })

    it("tells providers what is stored, and reads nothing while the count stays", async () => {
      const thread = [comment("a", 1), comment("a1", 2, { parent_id: "a" })]
      await read({ thread })
      await read({ thread })
      expect(FakePlatform.commentRequests).toHaveLength(1)
      await read({ thread, comments: 3 })
      const [, request] = FakePlatform.commentRequests
      expect(request).toMatchObject({ since: at(2), count: 3 })
      expect(request?.post.known.comments).toBe(2)
      expect([...(request?.known ?? [])]).toEqual([
        ["a", { parent_id: null, created_at: at(1) }],
        ["a1", { parent_id: "a", created_at: at(2) }],
      ])
    })

    it("reads what the platform announced, once", async () => {
      const thread = [comment("a", 1)]
      await read({ thread })
      const due = clock.now()
      await service.updateSocialPosts({ id: postId, comments_due_at: due })
      await read({ thread: [comment("a", 1, { text: "edited" })] })
      expect((await stored("a"))?.text).toBe("edited")
      const { comments_due_at } = await service.retrieveSocialPost(postId)
      expect(comments_due_at).toBeNull()
      await read({ thread })
      expect(FakePlatform.commentRequests).toHaveLength(2)
    })

    it("keeps a notice that came in while comments were read", async () => {
      await read({ thread: [comment("a", 1)] })
      await service.updateSocialPosts({
        id: postId,
        comments_due_at: clock.now(),
      })
      const later = new Date(clock.now().getTime() + 7200000)
      FakePlatform.beforeRead = async () => {
        await service.updateSocialPosts({
          id: postId,
          comments_due_at: later,
        })
      }
      await read({ thread: [comment("a", 1)] })
      const { comments_due_at } = await service.retrieveSocialPost(postId)
      expect(comments_due_at).toEqual(later)
    })

    it("says that there are more than were read", async () => {
      await read({
        thread: Array.from({ length: 13 }, (_, n) => comment(`c${n}`, n)),
      })
      expect(await insights()).toMatchObject({
        comments_capped: true,
        comments_new: 12,
      })
    })

    it("finds threads and comments by their words, and hidden ones", async () => {
      const thread = [
        comment("a", 1, { text: "Is it 100% wool?" }),
        comment("a1", 2, { parent_id: "a", author_name: "Anna_B" }),
        comment("b", 3, { text: "nice" }),
        comment("b1", 4, { parent_id: "b", hidden: true }),
      ]
      await read({ thread })
      const list = async (filters: object) => {
        const { ids, count } = await service.listComments({
          order: "commented_at",
          limit: 10,
          offset: 0,
          ...filters,
        })
        const rows = await service.listSocialComments({ id: ids })
        expect(count).toBe(rows.length)
        return ids.map(
          (id) => rows.find((row) => row.id === id)?.platform_comment_id
        )
      }
      expect(await list({ q: "100%" })).toEqual(["a"])
      expect(await list({ q: "ANNA_" })).toEqual(["a1"])
      expect(await list({ q: "anna_", threads: true })).toEqual(["a"])
      expect(await list({ hidden: true })).toEqual(["b1"])
      expect(await list({ hidden: true, threads: true })).toEqual(["b"])
      expect(await list({ hidden: false, threads: true })).toEqual(["a"])
      expect(await list({ platform: ["other"] })).toEqual([])
      expect(await list({ platform: ["fake"], threads: true })).toEqual([
        "a",
        "b",
      ])
    })
  },
  { clock: clock.now, comments_per_sync: 12 }
)
