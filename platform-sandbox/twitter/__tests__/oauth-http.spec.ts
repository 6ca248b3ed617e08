import { Sandbox, startSandbox } from "../../core/server"
import createTwitter from "../index"
import { basic, OAuthClient } from "./oauth-client"

describe("the OAuth of X over HTTP", () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox([createTwitter])
  })
  afterAll(() => sandbox.close())

  it("goes the whole way, and the ledger keeps no secret", async () => {
    const query = new URLSearchParams(new OAuthClient().dialogQuery())
    const url = `${sandbox.url}/x.com/i/oauth2/authorize?${query}`
    const page = await fetch(url)
    expect(page.headers.get("content-type")).toContain("text/html")
    expect(await page.text()).toContain('<form method="post">')

    const [account] = sandbox.world.accounts()
    const person = account?.external_id ?? ""
    const allowed = await fetch(url, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ decision: "allow", person }),
    })
    const callback = new URL(allowed.headers.get("location") ?? "")
    const code = callback.searchParams.get("code") ?? ""
    const answer = await fetch(`${sandbox.url}/api.x.com/2/oauth2/token`, {
      method: "POST",
      headers: { authorization: basic("sandbox-x-client", "sandbox-x-secret") },
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code,
        redirect_uri: query.get("redirect_uri") ?? "",
        code_verifier: OAuthClient.VERIFIER,
      }),
    })
    const tokens = (await answer.json()) as Record<string, string>
    const { access_token = "", refresh_token = "" } = tokens
    const me = await fetch(`${sandbox.url}/api.x.com/2/users/me`, {
      headers: { authorization: `Bearer ${access_token}` },
    })
    expect(await me.json()).toMatchObject({ data: { id: person } })

    expect(sandbox.ledger.summary().platforms.twitter?.endpoints).toEqual({
      "GET /i/oauth2/authorize": 1,
      "POST /i/oauth2/authorize": 1,
      "POST /2/oauth2/token": 1,
      "GET /2/users/me": 1,
    })
    const entries = JSON.stringify(sandbox.ledger.entries())
    for (const secret of [code, access_token, refresh_token]) {
      expect(entries).not.toContain(secret)
    }
  })
})
