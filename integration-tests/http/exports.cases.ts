import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../src/modules/social-posts"
import type SocialPostsModuleService from "../../src/modules/social-posts/service"
import { httpCases } from "../utils/http-suite"

jest.setTimeout(300000)

export default httpCases("exports", ({ api, admin, container }) => {
  beforeEach(async () => {
    const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await knex("social_account").insert({
      id: "sacc_1",
      platform: "instagram",
      external_id: "17841400000000001",
      username: "shop",
      status: "active",
    })
    await knex("social_post").insert(
      ["2026-11-01T10:00:00Z", "2026-11-02T23:30:00Z"].map((at, index) => ({
        id: `spost_${index}`,
        platform: "instagram",
        account_id: "sacc_1",
        platform_post_id: `1790000000000000${index}`,
        status: "posted",
        caption: `=HYPERLINK("http://evil.example","ü ${index}")`,
        posted_at: at,
        insights: JSON.stringify({ likes: 0, reach: null }),
      }))
    )
  })
  const get = (path: string) =>
    api.get(`/admin/social-exports/${path}`, admin())

  it("gives a CSV file with the day in its name", async () => {
    const { status, headers, data } = await get("posts")
    expect(status).toBe(200)
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8")
    expect(headers["content-disposition"]).toMatch(
      /^attachment; filename="social-posts-\d{4}-\d\d-\d\d\.csv"$/
    )
    const lines = (data as string).split("\r\n")
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"",""ü 0"")"`)
    expect(lines[1]).toContain('"17900000000000000"')
  })

  it("gives JSON, by filter and by days that are in it whole", async () => {
    const ids = async (query: string) => {
      const { data } = await get(`posts?format=json&${query}`)
      return data.map(({ id }: { id: string }) => id)
    }
    expect(await ids("from=2026-11-02&to=2026-11-02")).toEqual(["spost_1"])
    expect(await ids("to=2026-11-01")).toEqual(["spost_0"])
    expect(await ids("q=%C3%BC%200")).toEqual(["spost_0"])
    expect(await ids("platform=twitter")).toEqual([])
    const { data } = await get("account-days?format=json&account_id=sacc_1")
    expect(data).toEqual([])
  })

  it.each([
    ["posts?format=xml", /csv, json/],
    ["posts?from=yesterday", /from must be an ISO 8601 time/],
    ["posts?from=2026-11-02&to=2026-11-01", /to must not be before from/],
    ["posts?colour=red", /colour/],
    ["likes", /Exports: posts, comments, timelines, account-days/],
    ["account-days?status=posted", /status does not fit account-days/],
  ])("refuses %s before the first byte", async (path, message) => {
    const { status, headers, data } = await get(path)
    expect(status).toBe(400)
    expect(headers["content-disposition"]).toBeUndefined()
    expect(data.message).toMatch(message)
  })

  it("asks who wants it", async () => {
    const { status } = await api.get("/admin/social-exports/posts", {
      validateStatus: () => true,
    })
    expect(status).toBe(401)
  })

  it("breaks the connection when it cannot go on", async () => {
    const { exports } =
      container().resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const stream = jest.spyOn(exports, "stream")
    stream.mockImplementation(async function* () {
      yield "a,b\r\n"
      yield "1,2\r\n"
      throw new Error("The database went away.")
    })
    try {
      await expect(get("posts")).rejects.toThrow(/aborted|hang up|reset/)
    } finally {
      stream.mockRestore()
    }
  })

  it("answers an error as one when not a byte is out", async () => {
    const { exports } =
      container().resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const stream = jest.spyOn(exports, "stream")
    // eslint-disable-next-line require-yield
    stream.mockImplementation(async function* () {
      throw new Error("The database went away.")
    })
    try {
      const { status, headers } = await get("posts")
      expect(status).toBe(500)
      expect(headers["content-disposition"]).toBeUndefined()
    } finally {
      stream.mockRestore()
    }
  })
})
