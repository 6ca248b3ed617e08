import type { MetricValues } from "../../../platform-kit"
import { wantsComments } from "../insights/wants-comments"

const FETCHED = { comments_synced_at: "2026-11-01T12:00:00.000Z" }

const wants = (
  stored: Record<string, unknown>,
  metrics: MetricValues,
  depth: "single" | "bulk" = "bulk",
  comments_due_at: Date | null = null
) =>
  wantsComments(
    { insights: stored, comments_due_at },
    { metrics, unavailable: {}, native: {}, details: {} },
    depth
  )

describe("wantsComments", () => {
  it.each([[{}], [{ comments: 0 }], [{ comments: 5 }]])(
    "always when a person asks for one post (%j)",
    (metrics) => {
      expect(wants({ ...FETCHED, comments: 5 }, metrics, "single")).toBe(true)
    }
  )

  it("in bulk when their number changed, up or down", () => {
    const stored = { ...FETCHED, comments: 5 }
    expect(wants(stored, { comments: 5 })).toBe(false)
    expect(wants(stored, { comments: 6 })).toBe(true)
    expect(wants(stored, { comments: 4 })).toBe(true)
    expect(wants(stored, { comments: 0 })).toBe(true)
  })

  it("in bulk when the platform said that there are new ones", () => {
    const due = new Date("2026-11-02T12:00:00Z")
    const stored = { ...FETCHED, comments: 5 }
    expect(wants(stored, { comments: 5 }, "bulk", due)).toBe(true)
    expect(wants(stored, {}, "bulk", due)).toBe(true)
  })

  it("in bulk the first time, when there are any", () => {
    expect(wants({ comments: 5 }, { comments: 5 })).toBe(true)
    expect(wants({}, { comments: 1 })).toBe(true)
    expect(wants({}, { comments: 0 })).toBe(false)
  })

  it("not in bulk when their number is not known", () => {
    expect(wants({}, {})).toBe(false)
    expect(wants({ comments: 5 }, { comments: null })).toBe(false)
  })

  it("in bulk when the last try failed", () => {
    const stored = { ...FETCHED, comments: 5 }
    expect(
      wants(
        { ...stored, sync_errors: ["Post: x", "Comments: Rate limit."] },
        { comments: 5 }
      )
    ).toBe(true)
    expect(
      wants({ ...stored, sync_errors: ["Post: Comments: x"] }, { comments: 5 })
    ).toBe(false)
    expect(
      wants({ ...stored, sync_errors: "Comments: x" }, { comments: 5 })
    ).toBe(false)
  })

  it("takes an old store's list of comments for an unknown number", () => {
    expect(wants({ ...FETCHED, comments: [{}] }, { comments: 1 })).toBe(false)
    expect(wants({ comments: [{}] }, { comments: 1 })).toBe(true)
  })
})
