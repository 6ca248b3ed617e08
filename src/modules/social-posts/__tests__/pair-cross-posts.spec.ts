import { pairCrossPosts, type Publication } from "../imports/pair-cross-posts"

const TEN = new Date("2026-11-01T10:00:00Z").getTime()
const LONG = "Our spring collection is here, come and see"

const post = (
  id: string,
  seconds: number,
  more: Partial<Publication> = {}
): Publication => ({
  id,
  caption: LONG,
  posted_at: new Date(TEN + seconds * 1000),
  group_id: null,
  ...more,
})

const idsOf = (here: Publication[], there: Publication[], linked = false) =>
  pairCrossPosts(here, there, linked).map((pair) =>
    pair.map(({ id }) => id).join("+")
  )

describe("pairCrossPosts", () => {
  it("pairs what was published together, however the platforms write it", () => {
    const odd = `  ${LONG.toUpperCase().replace("IS", "is\u200B\n")}\r\n`
    expect(idsOf([post("a", 0)], [post("b", 8, { caption: odd })])).toEqual([
      "a+b",
    ])
  })

  it("allows linked accounts ten minutes and few words, others less", () => {
    const pair = (seconds: number, caption: string, linked: boolean) =>
      idsOf(
        [post("a", 0, { caption })],
        [post("b", seconds, { caption })],
        linked
      ).length
    expect([pair(600, "Hi", true), pair(601, "Hi", true)]).toEqual([1, 0])
    expect([pair(120, LONG, false), pair(121, LONG, false)]).toEqual([1, 0])
    expect(pair(5, "Good morning!", false)).toBe(0)
    expect(pair(5, "", true)).toBe(0)
    expect(pair(-600, "Hi", true)).toBe(1)
  })

  it("takes the closest, each post once", () => {
    const here = [post("a1", 0), post("a2", 60)]
    const there = [post("b1", 55), post("b2", 100)]
    expect(idsOf(here, there)).toEqual(["a2+b1", "a1+b2"])
  })

  it("keeps groups that are there, with one post of each account", () => {
    const grouped = post("a", 0, { group_id: "g" })
    expect(idsOf([grouped], [post("b", 5)])).toEqual(["a+b"])
    expect(idsOf([grouped], [post("b", 5, { group_id: "h" })])).toEqual([])
    const partner = post("b", 5, { group_id: "g", caption: "Another text" })
    expect(idsOf([grouped], [partner, post("c", 6)])).toEqual([])
    expect(idsOf([partner, post("c", 6)], [grouped])).toEqual([])
  })

  it("does not pair other texts", () => {
    expect(
      idsOf([post("a", 0)], [post("b", 0, { caption: `${LONG}!` })])
    ).toEqual([])
    expect(idsOf([post("a", 0, { caption: null })], [post("b", 0)])).toEqual([])
  })
})
