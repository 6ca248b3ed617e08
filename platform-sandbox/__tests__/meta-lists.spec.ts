import { FBH, IGH, Probe, Reply } from "./helpers"

const HOUR = 3_600_000
const NOW = Date.parse("2026-11-20T12:00:00Z")

describe("lists of posts and stories", () => {
  let probe: Probe

  beforeAll(async () => {
    probe = await Probe.start()
  })
  beforeEach(() => probe.reset())
  afterAll(() => probe.close())

  const page = () => probe.account("facebook")
  const igh = () => probe.account("instagram", { login: "instagram" })
  const fbh = () => probe.account("instagram", { login: "facebook" })
  const media = (query = "") =>
    probe.get(
      IGH,
      `/v26.0/${igh().external_id}/media?${query}`,
      igh().access_token
    )
  const onPage = (edge: string, token = page().access_token) =>
    probe.get(FBH, `/v26.0/${page().external_id}/${edge}`, token)
  const ids = ({ body }: Reply): string[] =>
    body.data.map(({ id }: { id: string }) => id)
  const stories = async () => {
    const { body } = await probe.control("GET", "/world")
    return body.stories.filter(
      (story: { account_external_id: string }) =>
        story.account_external_id === page().external_id
    )
  }

  it("a place in the list outlives the post it was made from", async () => {
    const first = await media("limit=2")
    const { after } = first.body.paging.cursors
    const next = ids(await media(`limit=2&after=${after}`))
    await probe.set({ post: ids(first)[1], deleted: true })
    expect(ids(await media(`limit=2&after=${after}`))).toEqual(next)
  })

  it("new posts move the list, not the places in it", async () => {
    const first = await media("limit=2")
    const { after } = first.body.paging.cursors
    const next = ids(await media(`limit=2&after=${after}`))
    const account = igh().external_id
    await probe.set({ account, publish: "REELS" })
    expect(ids(await media(`limit=2&after=${after}`))).toEqual(next)
    const again = ids(await media("limit=2"))
    expect(again[1]).toBe(ids(first)[0])
    const { body } = await probe.control("GET", "/world")
    const made = body.posts.find(
      (post: { platform_post_id: string }) => post.platform_post_id === again[0]
    )
    expect(made).toMatchObject({ media_product_type: "REELS" })
  })

  it("a post of the future shows itself when the clock gets there", async () => {
    await probe.control("POST", "/set", {
      platform: "facebook",
      account: page().external_id,
      publish: "photo",
      posted_at: "2026-11-20T15:00:00Z",
    })
    const before = ids(await onPage("published_posts?limit=1"))
    await probe.control("POST", "/clock", { advance_seconds: 4 * 3600 })
    const after = ids(await onPage("published_posts?limit=2"))
    expect(after[1]).toBe(before[0])
    expect(after[0]).not.toBe(before[0])
  })

  it("cursors expire by a switch", async () => {
    const { after } = (await media("limit=2")).body.paging.cursors
    await probe.set({ account: igh().external_id, cursors: "expired" })
    const { status, error } = await media(`limit=2&after=${after}`)
    expect(status).toBe(400)
    expect(error).toMatchObject({ code: 2642 })
    const fresh = (await media("limit=2")).body.paging.cursors.after
    expect((await media(`limit=2&after=${fresh}`)).status).toBe(200)
    expect((await media("limit=2&after=nonsense")).error.code).toBe(100)
  })

  it("empty pages between the others", async () => {
    await probe.set({ account: igh().external_id, list: "gaps" })
    const first = await media("limit=2")
    const gap = await media(`limit=2&after=${first.body.paging.cursors.after}`)
    expect(gap.body.data).toEqual([])
    expect(gap.body.paging.next).toBeTruthy()
    const third = await media(`limit=2&after=${gap.body.paging.cursors.after}`)
    expect(third.body.data).toHaveLength(2)
    expect(ids(first)).not.toEqual(expect.arrayContaining(ids(third)))
  })

  it("what a Page withholds: hidden, unpublished, expired", async () => {
    const [hidden, unpublished, expired] = ids(
      await onPage("published_posts?limit=3")
    )
    await probe.set({ post: hidden, visibility: "hidden" })
    await probe.set({ post: unpublished, visibility: "unpublished" })
    await probe.set({ post: expired, visibility: "expired" })
    const fields = "fields=id,is_hidden,is_published,is_expired&limit=3"
    const { body } = await onPage(`published_posts?${fields}`)
    expect(body.data.slice(0, 2)).toEqual([
      { id: hidden, is_hidden: true, is_published: true, is_expired: false },
      { id: expired, is_hidden: false, is_published: true, is_expired: true },
    ])
    const feed = await onPage(`feed?${fields}`)
    expect(feed.body.data[1]).toMatchObject({
      id: unpublished,
      is_published: false,
    })
    const direct = await probe.get(
      FBH,
      `/v26.0/${expired}`,
      page().access_token
    )
    expect(direct.error).toMatchObject({ code: 100, error_subcode: 33 })
  })

  it("posts that were published on both, seconds apart", async () => {
    const linked = await onPage("?fields=instagram_business_account")
    const { id } = linked.body.instagram_business_account
    expect(id).toBe(fbh().external_id)
    const of = (account: string) =>
      probe.posts.filter((post) => post.account_external_id === account)
    const twins = of(page().external_id).flatMap((post) =>
      of(id).filter(
        ({ caption, posted_at }) =>
          caption === post.caption &&
          Math.abs(Date.parse(posted_at) - Date.parse(post.posted_at)) < 60_000
      )
    )
    expect(twins.map(({ media_product_type: kind }) => kind).sort()).toEqual([
      "FEED",
      "FEED",
      "FEED",
      "REELS",
      "REELS",
    ])
  })

  it("stories of a Page: alive and archived, with their own fields", async () => {
    const fields = "fields=post_id,status,creation_time,media_type,media_id,url"
    const { body } = await onPage(`stories?${fields}`)
    expect(body.data).toHaveLength(7)
    const world = await stories()
    body.data.forEach((story: Record<string, string>, i: number) => {
      expect(story).toEqual({
        post_id: world[i].platform_post_id,
        status: i < 5 ? "PUBLISHED" : "ARCHIVED",
        creation_time: String(Date.parse(world[i].posted_at) / 1000),
        media_type: expect.stringMatching(/^(photo|video)$/),
        media_id: expect.stringMatching(/^\d+$/),
        url: world[i].permalink,
      })
    })
    const since = Math.floor((NOW - 10 * HOUR) / 1000)
    const some = await onPage(`stories?${fields}&since=${since}`)
    expect(some.body.data).toHaveLength(3)
    const wrong = await onPage("stories?fields=caption")
    expect(wrong.error.message).toContain("nonexisting field (caption)")
    const user = await onPage("stories", fbh().access_token)
    expect(user.error).toMatchObject({ code: 190, error_subcode: 2069032 })
    expect((await onPage("stories?limit=101")).error.code).toBe(100)
  })

  it("insights of a Page's story: names in capitals, late ones of 1970", async () => {
    const world = await stories()
    const insights = async (trait: string, metric: string) => {
      const story = world.find(
        ({ traits, posted_at }: { traits: string[]; posted_at: string }) =>
          Date.parse(posted_at) < NOW - 2 * HOUR &&
          (trait ? traits.includes(trait) : !traits.length)
      )
      return probe.get(
        FBH,
        `/v26.0/${story.platform_post_id}/insights?metric=${metric}`,
        page().access_token
      )
    }
    const metric = "STORY_MEDIA_VIEW,PAGES_FB_STORY_REPLIES"
    const ready = await insights("", metric)
    expect(ready.body.data).toEqual([
      expect.objectContaining({
        name: "story_media_view",
        period: "lifetime",
        values: [{ value: expect.any(Number) }],
      }),
      expect.objectContaining({ name: "pages_fb_story_replies" }),
    ])
    const late = await insights("late_numbers", metric)
    expect(late.body.data[0].values).toEqual([
      { value: 0, end_time: "1970-01-02T00:00:00+0000" },
    ])
    expect(late.body.data[1].values[0].end_time).toBeUndefined()
    const retired = await insights("", "PAGE_STORY_IMPRESSIONS_BY_STORY_ID")
    expect(retired.error.message).toBe(
      "(#100) The value must be a valid insights metric"
    )
    expect((await insights("", "post_media_view")).error.code).toBe(100)
    expect((await insights("", "")).error.code).toBe(3001)
  })
})
