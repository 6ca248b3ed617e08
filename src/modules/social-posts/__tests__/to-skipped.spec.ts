import { ageOf, skipProblems, toSkipped } from "../insights/to-skipped"
import type { ScopedPost } from "../sql/claim-posts"

const NOW = new Date("2026-11-01T12:00:00Z")
const minutes = (count: number) => new Date(NOW.getTime() + count * 60000)

const scoped = (post: Partial<ScopedPost>): ScopedPost => ({
  id: "spost_1",
  platform: "instagram",
  obstacle: null,
  run_id: null,
  reason: null,
  account_name: null,
  parked_until: null,
  last_synced_at: null,
  ...post,
})

const skipped = (post: Partial<ScopedPost>) => toSkipped(scoped(post), NOW)

describe("toSkipped", () => {
  it("says why a post is read by no run", () => {
    const draft = skipped({ obstacle: "status", reason: "draft" })
    expect(draft.error).toBe(
      'Only posted posts can be synced; this one is "draft". Mark it as published first.'
    )
    expect(skipped({ obstacle: "platform" }).error).toContain('"instagram"')
  })

  it("names the post", () => {
    expect(skipped({ obstacle: "busy" })).toMatchObject({
      post_id: "spost_1",
      platform: "instagram",
      status: "skipped",
    })
  })

  it.each<[Partial<ScopedPost>, string]>([
    [
      { obstacle: "fresh", last_synced_at: minutes(-12) },
      "fresh: synced 12 minutes ago; use force to sync anyway.",
    ],
    [
      { obstacle: "account", reason: "The token has expired." },
      "The account must be reconnected or resumed first. The token has expired.",
    ],
    [
      { obstacle: "account", account_name: "Pottery" },
      'The account "Pottery" must be reconnected or resumed first.',
    ],
    [
      { obstacle: "account" },
      "The account must be reconnected or resumed first.",
    ],
    [
      { obstacle: "parked", parked_until: minutes(30) },
      "The platform's rate limit is used up until 2026-11-01T12:30:00.000Z.",
    ],
    [
      { obstacle: "busy", run_id: "ssrun_1" },
      "Already syncing in run ssrun_1.",
    ],
    [{ obstacle: null }, "Already syncing."],
  ])("explains %j", (post, sentence) => {
    expect(skipped(post).error).toBe(sentence)
  })
})

describe("skipProblems", () => {
  it("tells of all but fresh posts", () => {
    const posts = [
      scoped({ id: "spost_1", obstacle: "fresh" }),
      scoped({ id: "spost_2", obstacle: "status", reason: "draft" }),
    ]
    expect(skipProblems(posts, NOW)).toEqual([
      {
        post_id: "spost_2",
        platform: "instagram",
        status: "skipped",
        message: expect.stringContaining('"draft"'),
      },
    ])
  })

  it("keeps some posts of each reason, and counts the others", () => {
    const many = (count: number, account_name: string) =>
      Array.from({ length: count }, (_, index) =>
        scoped({
          id: `${account_name}_${index}`,
          obstacle: "account",
          account_name,
        })
      )
    const problems = skipProblems([...many(900, "A"), ...many(3, "B")], NOW)
    expect(problems).toHaveLength(25 + 3)
    expect(problems[0]).toMatchObject({ post_id: "A_0", more: 875 })
    expect(problems.filter(({ more }) => more)).toHaveLength(1)
  })
})

describe("ageOf", () => {
  it.each([
    [minutes(0), "0 minutes"],
    [minutes(-1), "1 minute"],
    [minutes(-59.6), "60 minutes"],
    [minutes(-119), "119 minutes"],
    [minutes(-180), "3 hours"],
    [minutes(-47.5 * 60), "47 hours"],
    [minutes(-5.5 * 24 * 60), "5 days"],
    [minutes(5), "0 minutes"],
    [null, "0 minutes"],
  ])("of %p is %s", (time, text) => {
    expect(ageOf(time, NOW)).toBe(text)
  })
})
