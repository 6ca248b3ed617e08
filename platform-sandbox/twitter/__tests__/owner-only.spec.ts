import { Client } from "./client"

const GROUPS = "non_public_metrics,organic_metrics"
const QUERY = { "post.fields": GROUPS }

describe("owner-only metrics", () => {
  let x: Client
  beforeEach(() => {
    x = new Client()
  })

  it("shows them to the author below 30 days, not at 31", () => {
    const [day_29, day_31] = [x.id("day_29"), x.id("day_31")]
    const ids = `${day_29},${day_31}`
    const { data, errors } = x.ask("/2/tweets", { ids, ...QUERY }).body
    expect(data).toHaveLength(2)
    const young = data.find((post: { id: string }) => post.id === day_29)
    expect(Object.keys(young.non_public_metrics)).toEqual([
      "impression_count",
      "url_link_clicks",
      "user_profile_clicks",
      "engagements",
    ])
    expect(young.organic_metrics).toHaveProperty("retweet_count")
    // Four keys of one group and six of the other, each an error of its own.
    expect(errors).toHaveLength(10)
    expect(errors?.every(({ resource_id }) => resource_id === day_31)).toBe(
      true
    )
    expect(errors?.[0]).toMatchObject({
      title: "Field Authorization Error",
      section: "data",
      field: "non_public_metrics.impression_count",
      type: "https://api.x.com/2/problems/not-authorized-for-field",
    })
    x.time += 86_400_000
    expect(x.ask("/2/tweets", { ids, ...QUERY }).body.errors).toHaveLength(20)
  })

  it("drops the item or only the field, with either host", () => {
    const ids = x.id("foreign")
    expect(x.ask("/2/tweets", { ids, ...QUERY }).body.data).toHaveLength(1)
    x.platform.set({ owner_only: "drop_item" })
    x.platform.set({ problem_host: "api.twitter.com" })
    const { data, errors } = x.ask("/2/tweets", { ids, ...QUERY }).body
    expect(data).toBeUndefined()
    expect(errors?.[0].type).toMatch(
      /^https:\/\/api\.twitter\.com\/2\/problems/
    )
  })

  it("never shows them to the app's bearer", () => {
    const token = x.account("app_bearer").access_token
    const ids = x.id("day_29")
    const answer = x.ask("/2/tweets", { ids, ...QUERY }, token)
    expect(answer.body.errors).toHaveLength(10)
    expect(answer.body.data[0]).not.toHaveProperty("organic_metrics")
  })

  it("reports referenced posts in the section includes", () => {
    const { errors, data } = x.ask("/2/tweets", {
      ids: x.id("quote"),
      ...QUERY,
      expansions: "referenced_posts",
    }).body
    expect(errors).toHaveLength(10)
    expect(errors?.[0]).toMatchObject({
      section: "includes",
      parameter: "referenced_posts",
    })
    expect(data[0]).toHaveProperty("organic_metrics")
  })

  it("splits the numbers of a promoted post", () => {
    const id = x.id("promoted")
    const fields = "public_metrics,organic_metrics,promoted_metrics"
    const query = { ids: id, "tweet.fields": fields }
    const [post] = x.ask("/2/tweets", query).body.data
    expect(post.promoted_metrics.like_count).toBeGreaterThan(0)
    expect(
      post.organic_metrics.like_count + post.promoted_metrics.like_count
    ).toBe(post.public_metrics.like_count)
  })

  it("narrows a timeline silently", () => {
    const owner = x.account().external_id
    const path = `/2/users/${owner}/tweets`
    const all = x.ask(path, { max_results: "100" }).body
    const query = { max_results: "100", ...QUERY }
    const young = x.ask(path, query).body
    expect(young.errors).toBeUndefined()
    expect(young.meta.result_count).toBeLessThan(all.meta.result_count)
    expect(young.data.every((post: any) => post.organic_metrics)).toBe(true)
    const token = x.account("app_bearer").access_token
    expect(x.ask(path, query, token).body.meta.result_count).toBe(0)
  })

  it("gives views to everybody and quartiles to the author", () => {
    const fields = "public_metrics,non_public_metrics,organic_metrics"
    const media = (trait: string) => {
      const body = x.ask("/2/tweets", {
        ids: x.id(trait),
        expansions: "attachments.media_keys",
        "media.fields": fields,
      }).body
      return { ...body.includes?.media?.[0], errors: body.errors }
    }
    const young = media("day_29")
    const quartiles = Object.values(young.non_public_metrics as object)
    expect(quartiles).toHaveLength(5)
    expect([...quartiles].sort((a, b) => b - a)).toEqual(quartiles)
    expect(young.public_metrics.view_count).toBeGreaterThanOrEqual(quartiles[0])
    const old = media("day_31")
    expect(old.public_metrics.view_count).toBeGreaterThan(0)
    expect(old).not.toHaveProperty("non_public_metrics")
    expect(old.errors).toHaveLength(11)

    const direct = x.ask("/2/media", {
      media_keys: `${young.media_key},13_1,3_x`.replace(",3_x", ""),
      "media.fields": fields,
    }).body
    expect(direct.data[0].organic_metrics).toEqual(young.organic_metrics)
    expect(direct.errors).toHaveLength(1)
    expect(x.ask("/2/media", { media_keys: "x" }).status).toBe(400)
  })
})
