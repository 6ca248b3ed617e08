import { CommentChanges } from "../comment-changes"
import type { CommentRequest, KnownComment } from "../contract"

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 12, minute))

const known = (...comments: [string, string | null, number][]) =>
  new Map<string, KnownComment>(
    comments.map(([id, parent_id, minute]) => [
      id,
      { parent_id, created_at: at(minute) },
    ])
  )

const changes = (
  before: number | undefined,
  count: number | null,
  stored: CommentRequest["known"] = known(
    ["old", null, 1],
    ["old1", "old", 20],
    ["new", null, 10]
  )
) =>
  new CommentChanges({
    post: {
      id: "1",
      platform_post_id: "1",
      media_type: null,
      media_product_type: null,
      posted_at: null,
      insights_blocked: null,
      known: before === undefined ? {} : { comments: before },
    },
    since: null,
    limit: 10,
    count,
    known: stored,
  })

describe("changes among comments", () => {
  it("are met when the new ones explain the count", () => {
    const one = changes(3, 4)
    one.meet("newest", null)
    one.meet("new", null)
    expect(one.areMet(at(5))).toBe(true)
  })

  it("are not met while a reply to an old comment is missing", () => {
    const one = changes(3, 4)
    one.meet("new", null)
    expect(one.areMet(at(5))).toBe(false)
    one.meet("old", null)
    one.meet("old1", "old")
    one.meet("old2", "old")
    expect(one.areMet(at(0))).toBe(true)
  })

  it("take what is missing from the range for deleted", () => {
    const one = changes(3, 2)
    expect(one.areMet(at(15))).toBe(false)
    expect(one.areMet(at(5))).toBe(true)
  })

  it("count replies that are only told by number", () => {
    const one = changes(3, 4)
    one.meet("new", null)
    one.meet("old", null, 2)
    expect(one.areMet(at(0))).toBe(true)
  })

  it("are unknown without a count: nothing is looked for", () => {
    expect(changes(3, null).areMet(at(5))).toBe(true)
  })

  it("are met when the count is what is stored then, whatever it was before", () => {
    for (const before of [undefined, 4]) {
      const one = changes(before, 4)
      one.meet("new", null)
      expect(one.areMet(at(5))).toBe(false)
      one.meet("newest", null)
      expect(one.areMet(at(5))).toBe(true)
    }
  })

  it("are met by the difference where the platform counts what it does not give", () => {
    const one = changes(8, 9)
    one.meet("new", null)
    expect(one.areMet(at(5))).toBe(false)
    one.meet("newest", null)
    expect(one.areMet(at(5))).toBe(true)
  })

  it("are unknown where nothing is said about what is stored", () => {
    const one = new CommentChanges({
      post: { known: { comments: 3 } } as never,
      since: null,
      limit: 1,
      count: 4,
    })
    expect(one.areMet(null)).toBe(true)
  })

  it("survive comments that answer each other in a circle", () => {
    const circle = known(["a", "b", 1], ["b", "a", 2])
    expect(changes(2, 2, circle).areMet(at(5))).toBe(true)
    expect(changes(2, 2, circle).knownReplies("a")).toBe(1)
  })
})
