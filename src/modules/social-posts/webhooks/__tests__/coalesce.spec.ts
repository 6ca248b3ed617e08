import { coalesce, type Delivery, type StoredNotice } from "../coalesce"

const received_at = new Date("2026-11-02T12:00:00Z")

const delivery = (...notices: StoredNotice[]): Delivery => ({
  id: "shook",
  platform: "facebook",
  notices,
  received_at,
  attempts: 1,
})

const comment = (
  verb: "added" | "removed",
  at: string | null,
  comment_id = "c"
): StoredNotice => ({
  kind: "comment",
  account_external_id: "page",
  platform_post_id: "post",
  comment_id,
  verb,
  at,
})

describe("coalescing notices", () => {
  it("keeps the newest of a comment, whatever came first", () => {
    const removed = delivery(comment("removed", "2026-11-02T11:00:02Z"))
    const added = delivery(comment("added", "2026-11-02T11:00:01Z"))
    for (const deliveries of [
      [removed, added],
      [added, removed],
    ]) {
      expect(coalesce(deliveries).comments).toMatchObject([
        { verb: "removed", at: new Date("2026-11-02T11:00:02Z") },
      ])
    }
  })

  it("counts from the arrival what has no time", () => {
    const [notice] = coalesce([delivery(comment("added", null))]).comments
    expect(notice?.at).toEqual(received_at)
  })

  it("keeps comments, posts, stories and platforms apart", () => {
    const post: StoredNotice = {
      kind: "post",
      account_external_id: "page",
      platform_post_id: "post",
      verb: "removed",
      at: null,
    }
    const story: StoredNotice = {
      kind: "story_insights",
      account_external_id: "page",
      platform_post_id: "post",
      reading: { metrics: { reach: 9 }, unavailable: {}, native: {} },
      at: null,
    }
    const one = delivery(
      comment("added", null),
      comment("added", null, "other"),
      post,
      story
    )
    const { comments, posts, stories } = coalesce([
      one,
      one,
      { ...one, platform: "instagram" },
    ])
    expect([comments.length, posts.length, stories.length]).toEqual([4, 2, 2])
  })
})
