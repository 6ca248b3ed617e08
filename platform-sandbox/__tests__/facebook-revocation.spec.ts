import { LoginProbe, META_APP } from "./login-probe"

describe("the end of a Facebook login", () => {
  let login: LoginProbe

  beforeAll(async () => {
    login = await LoginProbe.start()
  })
  beforeEach(() => login.reset())
  afterAll(() => login.close())

  const tokens = async () => {
    const user = await login.longFacebookToken()
    const { body } = await login.graph("/me/accounts", user)
    const me = await login.graph("/me", user)
    const id: string = me.body.id
    return { user, id, page: body.data[0].access_token as string }
  }

  const subcode = async (token: string) => {
    const { error } = await login.graph("/me", token)
    return error?.error_subcode
  }

  const remove = async (path: string, token: string) => {
    const query = `access_token=${encodeURIComponent(token)}`
    const url = `${login.probe.sandbox.url}/graph.facebook.com/v26.0${path}?${query}`
    const response = await fetch(url, { method: "DELETE" })
    // The shape of the answer is what the tests are about.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const body: any = await response.json()
    return { status: response.status, body }
  }

  it("DELETE permissions ends every token of the person, and only theirs", async () => {
    const { user, page } = await tokens()
    const fixed = login.probe.account("facebook").access_token
    const jonas = await login.facebookToken({ person: "Jonas" })
    const { status, body } = await remove("/me/permissions", user)
    expect(status).toBe(200)
    expect(body).toEqual({ success: true })
    for (const token of [user, page, fixed]) {
      expect(await subcode(token)).toBe(458)
    }
    expect(await subcode(jonas)).toBeUndefined()
    expect((await remove("/me/permissions", user)).body.error.code).toBe(190)
    // The person may log in again at any time.
    expect(await subcode(await login.facebookToken())).toBeUndefined()
  })

  it("the app may do it, other people and Page tokens may not", async () => {
    const { user, id, page } = await tokens()
    const jonas = await login.facebookToken({ person: "Jonas" })
    for (const token of [jonas, page]) {
      const { status } = await remove(`/${id}/permissions`, token)
      expect(status).toBe(400)
    }
    expect(await subcode(user)).toBeUndefined()
    const app = `${META_APP.client_id}|${META_APP.client_secret}`
    expect((await remove(`/${id}/permissions`, app)).status).toBe(200)
    expect(await subcode(user)).toBe(458)
  })

  it("nothing else can be deleted", async () => {
    const { user, id } = await tokens()
    for (const path of [`/${id}`, "/me/accounts"]) {
      const { status, body } = await remove(path, user)
      expect(status).toBe(400)
      expect(body.error.message).toContain("Unsupported delete request")
    }
  })

  it.each([
    ["expired", 463],
    ["revoked", 458],
    ["password_changed", 460],
  ])("person %s: %d on all their tokens", async (token, expected) => {
    const { user, id, page } = await tokens()
    await login.set({ platform: "facebook", person: id, token })
    expect(await subcode(user)).toBe(expected)
    expect(await subcode(page)).toBe(expected)
    await login.set({ platform: "facebook", person: id, token: "valid" })
    expect(await subcode(user)).toBeUndefined()
    expect(await subcode(page)).toBeUndefined()
  })

  it("an Instagram account takes the tokens that reach it along", async () => {
    const { user, page } = await tokens()
    const { external_id } = login.probe.account("instagram", {
      login: "facebook",
    })
    const change = { account: external_id, token: "revoked" }
    await login.set({ platform: "instagram", ...change })
    expect(await subcode(user)).toBe(458)
    expect(await subcode(page)).toBe(458)
  })

  it("a Page takes its own tokens only; a lost role hides it", async () => {
    const { user, page } = await tokens()
    const { external_id } = login.probe.account("facebook")
    const change = { account: external_id, token: "role_lost" }
    await login.set({ platform: "facebook", ...change })
    expect(await subcode(page)).toBe(492)
    expect(await subcode(user)).toBeUndefined()
    const { body } = await login.graph("/me/accounts?fields=name", user)
    expect(body.data).toHaveLength(2)
    expect(JSON.stringify(body.data)).not.toContain("Kontor")
  })

  it("an unknown person or state is no change", async () => {
    const { id } = await tokens()
    const unknown = { platform: "facebook", person: "1", token: "expired" }
    expect(await login.set(unknown)).toBe(404)
    const wrong = { platform: "facebook", person: id, token: "tired" }
    expect(await login.set(wrong)).toBe(404)
  })

  it("a new world knows no login, and makes the same strings again", async () => {
    const before = await tokens()
    await login.reset()
    expect((await login.graph("/me", before.user)).error.code).toBe(190)
    expect(await tokens()).toEqual(before)
  })
})
