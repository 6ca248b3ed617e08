import { Client } from "./client"

const DAY = 86_400_000

describe("the world of X", () => {
  it("is the same for a seed, whatever the clock says", () => {
    const one = new Client()
    const two = new Client()
    expect(two.platform.posts()).toEqual(one.platform.posts())
    expect(two.platform.accounts()).toEqual(one.platform.accounts())
    const ids = (x: Client) =>
      x.platform.posts().map((post) => post.platform_post_id)
    expect(ids(new Client({ seed: 8 }))).not.toEqual(ids(one))
  })

  it("has 60 posts and every special situation", () => {
    const x = new Client()
    const all = x.platform.posts()
    const owner = x.account().external_id
    const mine = all.filter((post) => post.account_external_id === owner)
    expect(mine.length).toBeGreaterThanOrEqual(60)
    expect(new Set(all.map((post) => post.platform_post_id)).size).toBe(
      all.length
    )
    const traits = new Set(mine.flatMap((post) => post.traits))
    for (const trait of [
      "day_29",
      "day_31",
      "deleted",
      "protected",
      "foreign",
      "edited",
      "zero_activity",
      "many_comments",
      "withheld",
      "quote",
    ]) {
      expect(traits).toContain(trait)
    }
    const oldest = Math.min(...mine.map((post) => Date.parse(post.posted_at)))
    expect(x.time - oldest).toBeLessThan(120 * DAY)
  })

  it("grows, consistently", () => {
    const x = new Client()
    const read = () =>
      x.platform
        .posts()
        .map((post) => x.platform.truth(post.platform_post_id) as any)
    const before = read()
    x.time += 5 * DAY
    let grown = 0
    read().forEach((truth, i) => {
      const { public_metrics: now, non_public_metrics: own } = truth
      for (const [name, value] of Object.entries<number>(now)) {
        expect(value).toBeGreaterThanOrEqual(before[i].public_metrics[name])
        grown += value - before[i].public_metrics[name]
      }
      expect(now.like_count).toBeLessThanOrEqual(now.impression_count)
      expect(own.engagements).toBeGreaterThanOrEqual(now.like_count)
      expect(truth.organic_metrics.impression_count).toBeLessThanOrEqual(
        now.impression_count
      )
    })
    expect(grown).toBeGreaterThan(0)
    const zero = x.platform.truth(x.id("zero_activity")) as any
    expect(Object.values(zero.public_metrics)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  it("answers what truth says", () => {
    const x = new Client()
    const ids = x.ids().slice(0, 20)
    const { data } = x.ask("/2/tweets", {
      ids: ids.join(),
      "post.fields": "public_metrics",
    }).body
    for (const post of data) {
      const truth = x.platform.truth(post.id) as any
      expect(truth.public_metrics).toMatchObject(post.public_metrics)
    }
    expect(x.platform.truth("1")).toBeNull()
  })

  it("holds 20,000 plain posts", () => {
    const x = new Client({ plain: true, posts: { twitter: { post: 20_000 } } })
    const ids = x.ids()
    expect(ids).toHaveLength(20_000)
    expect(new Set(ids).size).toBe(20_000)
    for (let i = 0; i < 100; i += 1) {
      const query = {
        ids: ids.slice(i * 100, i * 100 + 100).join(),
        "post.fields": "public_metrics",
      }
      expect(x.ask("/2/tweets", query).body.data).toHaveLength(100)
    }
  })

  it("makes several plain accounts", () => {
    const x = new Client({ plain: true, accounts: { twitter: 3 } })
    expect(x.platform.accounts()).toHaveLength(3)
    expect(x.platform.posts()).toHaveLength(300)
  })
})
