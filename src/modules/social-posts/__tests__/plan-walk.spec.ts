import {
  CURSOR_EXPIRED,
  PlatformError,
  type ListedPost,
} from "../../../platform-kit"
import { addProblem } from "../imports/add-problem"
import { judgeFailure } from "../imports/judge-failure"
import {
  endsWalk,
  isWanted,
  leavesGap,
  OVERLAP_MS,
  rangeRead,
  sinceOfNewWalk,
} from "../imports/plan-walk"

const NOW = new Date("2026-11-20T12:00:00Z")
const HOUR = 60 * 60 * 1000
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR)

const listed = (hours: number | null): ListedPost => ({
  platform_post_id: `p${hours}`,
  details: { posted_at: hours === null ? null : ago(hours) },
  reading: null,
  problems: [],
})

const page = (hours: number[], more = {}) => ({
  posts: hours.map(listed),
  next_cursor: "next" as string | null,
  isOld: () => false,
  full: false,
  ...more,
})

describe("endsWalk", () => {
  const full = { kind: "full" as const, since: ago(100) }
  const fresh = {
    kind: "new" as const,
    since: new Date(ago(10).getTime() - OVERLAP_MS),
  }
  const isOld = () => true

  it("goes on until the last page, the limit or the bound", () => {
    expect(endsWalk(full, page([1, 2]))).toBe(false)
    expect(endsWalk(full, page([], { next_cursor: null }))).toBe(true)
    expect(endsWalk(full, page([1], { full: true }))).toBe(true)
    expect(endsWalk(full, page([101, 200]))).toBe(true)
    expect(endsWalk(full, page([99, 200]))).toBe(false)
    expect(endsWalk({ ...full, since: null }, page([900000]))).toBe(false)
  })

  it("does not take an empty page for the end", () => {
    expect(endsWalk(full, page([]))).toBe(false)
    expect(endsWalk(fresh, page([], { isOld }))).toBe(false)
  })

  it("of a walk for new posts comes with a page that is known and old", () => {
    expect(endsWalk(fresh, page([10, 11], { isOld }))).toBe(true)
    expect(endsWalk(fresh, page([10, 11]))).toBe(false)
    expect(endsWalk(fresh, page([9, 11], { isOld }))).toBe(false)
    expect(endsWalk({ ...fresh, since: null }, page([10], { isOld }))).toBe(
      false
    )
  })
})

describe("isWanted", () => {
  it("leaves out what is from before the bound of a walk", () => {
    const walk = { kind: "full" as const, since: ago(5), imported_since: null }
    expect(isWanted(walk, listed(5), false)).toBe(true)
    expect(isWanted(walk, listed(6), false)).toBe(false)
    expect(isWanted({ ...walk, since: null }, listed(600), false)).toBe(true)
  })

  it("leaves out older posts that an import for new ones meets, unless known", () => {
    const walk = {
      kind: "new" as const,
      since: ago(5),
      imported_since: ago(100),
    }
    expect(isWanted(walk, listed(50), false)).toBe(true)
    expect(isWanted(walk, listed(101), false)).toBe(false)
    expect(isWanted(walk, listed(101), true)).toBe(true)
    expect(isWanted(walk, listed(null), false)).toBe(true)
  })
})

describe("rangeRead", () => {
  const walk = {
    kind: "full" as const,
    found: 3,
    oldest_posted_at: ago(50),
    started_at: NOW,
  }

  it("ends an hour before the walk began: lists lag", () => {
    expect(rangeRead(walk)).toEqual({ after: ago(50), before: ago(1) })
  })

  it("is nothing when nothing was listed", () => {
    expect(rangeRead({ ...walk, found: 0 })).toBeNull()
    expect(rangeRead({ ...walk, oldest_posted_at: null })).toBeNull()
    expect(rangeRead({ ...walk, oldest_posted_at: ago(0.5) })).toBeNull()
    expect(rangeRead({ ...walk, kind: "stories" })).toBeNull()
  })
})

describe("sinceOfNewWalk", () => {
  it("lists two days of what is known again", () => {
    expect(sinceOfNewWalk(ago(3), ago(900))).toEqual(ago(51))
    expect(sinceOfNewWalk(null, ago(900))).toEqual(ago(900))
    expect(sinceOfNewWalk(null, null)).toBeNull()
  })
})

describe("leavesGap", () => {
  const walk = {
    kind: "new" as const,
    limit: null,
    found: 10,
    updated: 0,
    imported_since: ago(900),
  }

  it.each([
    ["a walk for new posts", {}, false],
    ["one that its limit ended", { limit: 10 }, true],
    ["one below its limit", { limit: 11 }, false],
    ["stories", { kind: "stories" as const, limit: 1 }, false],
    ["the first walk", { kind: "full" as const, imported_since: null }, false],
    ["a full one that met nothing known", { kind: "full" as const }, true],
    ["a full one that did", { kind: "full" as const, updated: 1 }, false],
  ])("%s", (_, change, gap) => {
    expect(leavesGap({ ...walk, ...change })).toBe(gap)
  })
})

describe("addProblem", () => {
  it("keeps the first ones and the last", () => {
    const all = Array.from({ length: 250 }, (_, n) => ({ message: `${n}` }))
    const kept = all.reduce(addProblem, []).map(({ message }) => message)
    expect(kept).toHaveLength(100)
    expect([kept[0], kept[98], kept[99]]).toEqual(["0", "98", "249"])
  })
})

describe("judgeFailure", () => {
  const error = (kind: PlatformError["kind"], more = {}) =>
    new PlatformError({
      kind,
      scope: "account",
      code: "c",
      message: "m",
      ...more,
    })
  const times = (code: string, count: number, page = 3) => ({
    problems: Array.from({ length: count }, () => ({
      code,
      message: "m",
      page,
    })),
    pages: 3,
  })
  const nothing = times("", 0)

  it("begins again when its place is no longer known, three times", () => {
    const expired = error("invalid", { code: CURSOR_EXPIRED })
    expect(judgeFailure(expired, nothing, NOW)).toEqual({ then: "restart" })
    expect(judgeFailure(expired, times(CURSOR_EXPIRED, 3), NOW)).toEqual({
      then: "fail",
    })
  })

  it("rests until a limit is over", () => {
    const until = (retry_at: Date | null) =>
      judgeFailure(error("rate_limit", { retry_at }), nothing, NOW)
    expect(until(ago(-2))).toEqual({ then: "park", until: ago(-2) })
    expect(until(null)).toEqual({ then: "park", until: ago(-0.25) })
    expect(until(ago(2))).toEqual({ then: "park", until: ago(-0.25) })
    expect(until(ago(-90000))).toEqual({ then: "park", until: ago(-31 * 24) })
  })

  it("gives trouble that passes some time, but not for ever", () => {
    const transient = error("transient")
    expect(judgeFailure(transient, times("c", 4), NOW).then).toBe("park")
    expect(judgeFailure(transient, times("c", 5), NOW).then).toBe("fail")
    // Pages came in between.
    expect(judgeFailure(transient, times("c", 9, 2), NOW).then).toBe("park")
  })

  it.each(["auth", "permission", "invalid", "unsupported_metric"] as const)(
    "ends with %s",
    (kind) => {
      expect(judgeFailure(error(kind), nothing, NOW)).toEqual({ then: "fail" })
    }
  )
})
