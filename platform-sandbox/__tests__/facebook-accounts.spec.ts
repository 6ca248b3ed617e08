import { LoginProbe } from "./login-probe"

const DAY = 86_400
const FIELDS =
  "id,name,access_token,tasks,instagram_business_account{id,username},picture,followers_count"

interface ListedPage {
  id: string
  name: string
  access_token: string
  instagram_business_account?: { id: string; username: string }
}

describe("Pages of a Facebook login", () => {
  let login: LoginProbe

  beforeAll(async () => {
    login = await LoginProbe.start()
  })
  beforeEach(() => login.reset())
  afterAll(() => login.close())

  const pagesOf = async (token: string): Promise<ListedPage[]> => {
    const path = `/me/accounts?fields=${FIELDS}`
    const { status, body } = await login.graph(path, token)
    expect(status).toBe(200)
    return body.data
  }

  const names = (pages: ListedPage[]) => pages.map(({ name }) => name)

  it("lists the Pages, linked to Instagram or not", async () => {
    const pages = await pagesOf(await login.facebookToken())
    const kontor = login.probe.account("instagram", { login: "facebook" })
    expect(names(pages)).toEqual([
      "Kontor Shop",
      "Portfolio Shop",
      "Werkstatt Shop",
    ])
    expect(pages[0]).toMatchObject({
      id: login.probe.account("facebook").external_id,
      tasks: expect.arrayContaining(["ANALYZE", "MODERATE"]),
      instagram_business_account: {
        id: kontor.external_id,
        username: kontor.username,
      },
      picture: { data: { url: expect.any(String) } },
      followers_count: expect.any(Number),
    })
    expect(pages[2]).not.toHaveProperty("instagram_business_account")
  })

  it("hides the portfolio without business_management, everything without pages_show_list", async () => {
    const some = ["pages_show_list", "pages_read_engagement"]
    const partial = await login.facebookToken({ scopes: some })
    expect(names(await pagesOf(partial))).toEqual([
      "Kontor Shop",
      "Werkstatt Shop",
    ])
    const again = { auth_type: "rerequest" }
    const basic = { scopes: ["instagram_basic"] }
    const none = await login.facebookToken(basic, again)
    expect(await pagesOf(none)).toEqual([])
  })

  it("can refuse a Page's fields without pages_read_engagement", async () => {
    const scopes = ["pages_show_list", "business_management"]
    const token = await login.facebookToken({ scopes })
    expect(await pagesOf(token)).toHaveLength(3)
    const strict_page_fields = true
    await login.set({ platform: "facebook", strict_page_fields })
    for (const field of ["username", "picture", "followers_count"]) {
      const path = `/me/accounts?fields=id,${field}`
      const { error } = await login.graph(path, token)
      expect(error.code).toBe(100)
      expect(error.message).toContain("'pages_read_engagement' permission")
    }
    const least = "/me/accounts?fields=id,name,access_token,tasks"
    expect((await login.graph(least, token)).status).toBe(200)
    const again = { auth_type: "rerequest" }
    const full = await login.facebookToken({}, again)
    expect(await pagesOf(full)).toHaveLength(3)
  })

  it("other people see other Pages, or none", async () => {
    const jonas = await login.facebookToken({ person: "Jonas" })
    const pages = await pagesOf(jonas)
    expect(names(pages)).toEqual(["Backstube Shop"])
    expect(pages[0]).not.toHaveProperty("instagram_business_account")
    const lea = await login.facebookToken({ person: "Lea" })
    expect(await pagesOf(lea)).toEqual([])
    const kontor = login.probe.account("facebook").external_id
    const foreign = await login.graph(`/${kontor}?fields=access_token`, jonas)
    expect(foreign.error.code).toBe(100)
  })

  it("pages of a list", async () => {
    const token = await login.facebookToken()
    const found: string[] = []
    let after = ""
    for (let page = 0; page < 5; page++) {
      const path = `/me/accounts?fields=name&limit=1${after}`
      const { body } = await login.graph(path, token)
      found.push(...names(body.data))
      if (!body.paging.next) {
        break
      }
      after = `&after=${body.paging.cursors.after}`
    }
    expect(found).toHaveLength(3)
  })

  it("the Instagram account is a node, without the other login's fields", async () => {
    const token = await login.facebookToken()
    const path = (fields: string) =>
      `/me/accounts?fields=instagram_business_account${fields}`
    const plain = await login.graph(path(""), token)
    expect(Object.keys(plain.body.data[0].instagram_business_account)).toEqual([
      "id",
    ])
    const rich = await login.graph(path("{name,profile_picture_url}"), token)
    expect(rich.body.data[0].instagram_business_account).toMatchObject({
      name: "Kontor Shop",
      profile_picture_url: expect.any(String),
    })
    const wrong = await login.graph(path("{account_type}"), token)
    expect(wrong.error.message).toContain("nonexisting field (account_type)")
  })

  it("a Page token of a short token ends with it, of a long one never", async () => {
    const short = await login.facebookToken()
    const { body } = await login.lengthen(short)
    const [of_short] = await pagesOf(short)
    const [of_long] = await pagesOf(body.access_token)
    const brief = of_short?.access_token ?? ""
    const lasting = of_long?.access_token ?? ""
    expect(lasting).not.toBe(brief)
    expect(await login.debug(brief)).toMatchObject({
      type: "PAGE",
      profile_id: of_short?.id,
      data_access_expires_at: 0,
      expires_at: (await login.debug(short)).expires_at,
    })
    expect((await login.debug(lasting)).expires_at).toBe(0)

    await login.advance(100 * DAY)
    const path = "/me/published_posts?fields=id&limit=1"
    expect((await login.graph(path, brief)).error.code).toBe(190)
    expect((await login.graph(path, lasting)).status).toBe(200)
  })

  it("the same token gets the same Page token, which reads the linked Instagram account", async () => {
    const token = await login.longFacebookToken()
    const [first] = await pagesOf(token)
    const [again] = await pagesOf(token)
    const page_token = first?.access_token ?? ""
    expect(again?.access_token).toBe(page_token)
    const own = await login.graph("/me?fields=access_token", page_token)
    expect(own.body.access_token).toBe(page_token)
    const id = first?.instagram_business_account?.id
    const linked = await login.graph(`/${id}?fields=username`, page_token)
    expect(linked.status).toBe(200)
    expect(page_token).not.toBe(login.probe.account("facebook").access_token)
  })

  it("a user token is not a Page token", async () => {
    const token = await login.facebookToken()
    const id = login.probe.account("facebook").external_id
    const { error } = await login.graph(`/${id}/published_posts`, token)
    expect(error).toMatchObject({ code: 190, error_subcode: 2069032 })
  })
})
