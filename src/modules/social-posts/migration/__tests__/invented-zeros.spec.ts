import { facebookProfile } from "../../../../providers/facebook/profile"
import { instagramProfile } from "../../../../providers/instagram/profile"
import { twitterProfile } from "../../../../providers/twitter/profile"
import { readOldComments } from "../old-comments"
import { readOldNumbers } from "../old-numbers"

const profiles = {
  instagram: instagramProfile,
  facebook: facebookProfile,
  twitter: twitterProfile,
}

const read = (
  platform: keyof typeof profiles,
  insights: Record<string, unknown>,
  at: string | null = "2026-10-01",
  { failed = false, owns = true } = {}
) =>
  readOldNumbers(insights, profiles[platform], readOldComments(insights), {
    at: at === null ? null : new Date(at),
    failed,
    owns,
  })

describe("zeros of an old store", () => {
  it.each([
    ["instagram", "impressions", "2025-04-20", 0],
    ["instagram", "impressions", "2025-04-21", "retired"],
    ["instagram", "impressions", null, "retired"],
    ["instagram", "reach", "2026-10-01", 0],
    ["instagram", "saves", "2026-10-01", 0],
    ["instagram", "quotes", "2026-10-01", "not_offered"],
    ["facebook", "impressions", "2025-11-14", 0],
    ["facebook", "impressions", "2025-11-15", "retired"],
    ["facebook", "reach", "2026-06-14", 0],
    ["facebook", "reach", "2026-06-15", "retired"],
    ["facebook", "saves", "2025-01-01", "not_offered"],
    ["twitter", "impressions", "2026-10-01", 0],
    ["twitter", "reach", "2026-10-01", "not_offered"],
  ] as const)("%s %s, read %s: %s", (platform, metric, at, expected) => {
    const { metrics, unavailable, zeros } = read(
      platform,
      { likes: 1, [metric]: 0 },
      at
    )
    if (expected === 0) {
      expect(metrics[metric]).toBe(0)
      expect(zeros).toEqual([])
    } else {
      expect(metrics[metric]).toBeNull()
      expect(unavailable[metric]).toBe(expected)
      expect(zeros).toEqual([metric])
    }
  })

  it("leave numbers alone that were true when they were read", () => {
    expect(read("instagram", { impressions: 5000 }).metrics).toEqual({
      impressions: 5000,
    })
  })

  it("are unknown when the sync had failed, unless something was read", () => {
    const failed = { failed: true }
    expect(
      read("instagram", { likes: 0, reach: 0 }, undefined, failed)
    ).toMatchObject({
      metrics: { likes: null, reach: null },
      unavailable: { likes: "not_returned" },
    })
    expect(
      read("instagram", { likes: 0, reach: 3 }, undefined, failed).metrics
    ).toEqual({ likes: 0, reach: 3 })
  })
})

describe("numbers of an old store", () => {
  it("are unknown when they are none, and never guessed", () => {
    const { metrics, unreadable } = read("instagram", {
      likes: "150",
      shares: "n/a",
      saves: {},
      reach: null,
    })
    expect(metrics).toEqual({
      likes: 150,
      shares: null,
      saves: null,
      reach: null,
    })
    expect(unreadable.sort()).toEqual(["saves", "shares"])
  })

  it.each([
    ["a number", 7, 7],
    ["a text", "7", 7],
    ["a list", [{ text: "a" }, { text: "b" }, "c"], 3],
    ["an answer", { data: [{ text: "a" }], summary: { total_count: 9 } }, 9],
    ["nothing of all that", true, null],
  ])("of comments are %s", (_what, comments, count) => {
    expect(read("instagram", { comments }).metrics.comments).toBe(count)
  })

  it("of the second network are those of its own block", () => {
    const insights = {
      likes: 99,
      facebook_insights: { post_clicks: 45, post_impressions: 0, odd: 1 },
    }
    expect(
      read("facebook", insights, undefined, { owns: false })
    ).toMatchObject({
      metrics: { clicks: 45, impressions: null },
      unavailable: { impressions: "retired" },
    })
  })
})
