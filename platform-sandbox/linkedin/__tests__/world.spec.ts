import { Client, list } from "./client"

const DAY = 86_400_000

describe("the world of LinkedIn", () => {
  it("is the same for a seed", () => {
    const [one, two] = [new Client(), new Client()]
    expect(two.platform.posts()).toEqual(one.platform.posts())
    expect(two.platform.accounts()).toEqual(one.platform.accounts())
    expect(new Client({ seed: 8 }).urn()).not.toBe(one.urn())
  })

  it("has 60 posts per demo account and every special situation", () => {
    const li = new Client()
    const all = li.platform.posts()
    const demo = li.platform.accounts().filter((account) => account.demo)
    expect(demo.map(({ settings }) => settings.kind).sort()).toEqual([
      "member",
      "organization",
    ])
    for (const { external_id } of demo) {
      const mine = all.filter(
        (post) => post.account_external_id === external_id
      )
      expect(mine.length).toBeGreaterThanOrEqual(60)
      const kinds = new Set(mine.map((post) => post.media_product_type))
      expect(kinds).toEqual(new Set(["share", "ugcPost"]))
      const traits = new Set(mine.flatMap((post) => post.traits))
      for (const trait of [
        "zero_activity",
        "deleted",
        "older_than_12_months",
        "many_comments",
        "all_reactions",
        "video",
      ]) {
        expect(traits).toContain(trait)
      }
    }
    expect(new Set(all.map((post) => post.platform_post_id)).size).toBe(
      all.length
    )
  })

  it("grows, consistently", () => {
    const li = new Client()
    const read = () =>
      li.urns().map((urn) => li.platform.truth(urn) as Record<string, any>)
    const before = read()
    li.time += 5 * DAY
    read().forEach((truth, i) => {
      const now = truth.totalShareStatistics
      const then = before[i]?.totalShareStatistics
      expect(now.impressionCount).toBeGreaterThanOrEqual(then.impressionCount)
      expect(now.uniqueImpressionsCount).toBeLessThanOrEqual(
        now.impressionCount
      )
      expect(now.likeCount).toBeLessThanOrEqual(now.impressionCount)
      const { commentSummary } = truth.socialMetadata
      expect(commentSummary.count).toBe(now.commentCount)
    })
  })

  it("holds 20,000 plain posts", () => {
    const posts = { linkedin: { share: 10_000, ugcPost: 10_000 } }
    const li = new Client({ plain: true, posts })
    const [shares, ugc] = [li.urns("", "share"), li.urns("", "ugcPost")]
    expect(shares.length + ugc.length).toBe(20_000)
    for (let i = 0; i < 100; i += 1) {
      const cut = (urns: string[]) => list(urns.slice(i * 45, i * 45 + 45))
      const target = `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${li.page}&shares=${cut(shares)}&ugcPosts=${cut(ugc)}`
      expect(li.ask(target, "FINDER").body.elements).toHaveLength(90)
    }
  })

  it("makes several plain accounts", () => {
    const li = new Client({ plain: true, accounts: { linkedin: 2 } })
    expect(li.platform.accounts()).toHaveLength(2)
    expect(li.platform.posts()).toHaveLength(200)
  })
})
