import type { CommentRequest, PlatformComment } from "../../contract"
import { RangeRead } from "../comment-range"

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 12, minute))

const comment = (
  id: string,
  minute: number,
  parent_id: string | null = null
): PlatformComment => ({
  id,
  parent_id,
  text: null,
  author_id: null,
  author_name: null,
  like_count: null,
  hidden: null,
  created_at: at(minute),
})

const request = (count: number | null): CommentRequest => ({
  post: { known: { comments: 3 } } as never,
  since: null,
  limit: 100,
  count,
  known: new Map([
    ["old", { parent_id: null, created_at: at(1) }],
    ["new", { parent_id: null, created_at: at(10) }],
    ["new1", { parent_id: "new", created_at: at(20) }],
  ]),
})

const MORE = { whole: true, last: false }
const LAST = { whole: true, last: true }
const CUT = { whole: false, last: false }

describe("the range of comments that was read", () => {
  it("reaches back to the last comment on the post, not to its replies", () => {
    const range = new RangeRead(request(3), "thread")
    range.add([comment("new", 10), comment("new1", 20, "new")], MORE)
    expect(range.seen()).toEqual({ from: at(10), by: "thread" })
    range.add([comment("old", 1)], LAST)
    expect(range.seen()).toEqual({ from: null, by: "thread" })
  })

  it("reaches back to the last comment of a flat list", () => {
    const range = new RangeRead(request(3), "comment")
    range.add([comment("new1", 20, "new"), comment("new", 10)], MORE)
    expect(range.seen()).toEqual({ from: at(10), by: "comment" })
  })

  it("ends before the page that was cut", () => {
    const range = new RangeRead(request(3), "thread")
    range.add([comment("newest", 30)], CUT)
    expect(range.seen()).toBeNull()
    const longer = new RangeRead(request(3), "thread")
    longer.add([comment("newest", 30)], MORE)
    longer.add([comment("new", 10)], CUT)
    expect(longer.seen()).toEqual({ from: at(30), by: "thread" })
  })

  it.each([
    [0, { from: null, by: "thread" }],
    [3, null],
    [null, null],
  ])("is not believed when it is empty and %p are counted", (count, seen) => {
    const range = new RangeRead(request(count), "thread")
    range.add([], LAST)
    expect(range.seen()).toEqual(seen)
  })

  it("is enough once it explains the count", () => {
    const range = new RangeRead(request(4), "thread")
    range.add([comment("new", 10), comment("new1", 20, "new")], MORE)
    expect(range.isEnough()).toBe(false)
    range.add([comment("old", 1), comment("old1", 15, "old")], MORE)
    expect(range.isEnough()).toBe(true)
  })

  it("is always enough in a flat list: what is new comes first there", () => {
    const range = new RangeRead(request(4), "comment")
    range.add([comment("new1", 20, "new")], MORE)
    expect(range.isEnough()).toBe(true)
  })
})
