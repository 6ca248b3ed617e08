import { Sandbox, startSandbox } from "../../core/server"
import createLinkedIn from "../index"
import { Member, OAuthClient } from "./oauth-client"

describe("the OAuth of LinkedIn over HTTP", () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox([createLinkedIn])
  })
  afterAll(() => sandbox.close())

  it("goes the whole way, and the ledger keeps no secret", async () => {
    const website = `${sandbox.url}/www.linkedin.com/oauth/v2`
    const query = new URLSearchParams(new OAuthClient().dialogQuery())
    const truth = sandbox.world.named("linkedin")?.truth("people")
    const [mara] = truth?.people as Member[]
    const allowed = await fetch(`${website}/authorization?${query}`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({
        decision: "allow",
        person: mara?.urn ?? "",
      }),
    })
    const callback = new URL(allowed.headers.get("location") ?? "")
    const code = callback.searchParams.get("code") ?? ""
    const answer = await fetch(`${website}/accessToken`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code,
        redirect_uri: query.get("redirect_uri") ?? "",
        client_id: "sandbox-li-client",
        client_secret: "sandbox-li-secret",
      }),
    })
    const tokens = (await answer.json()) as Record<string, unknown>
    const access_token = String(tokens.access_token)
    expect(tokens.expires_in).toBe(5_184_000)
    const acls = "rest/organizationAcls?q=roleAssignee"
    const found = await fetch(`${sandbox.url}/api.linkedin.com/${acls}`, {
      headers: {
        authorization: `Bearer ${access_token}`,
        "linkedin-version": "202610",
        "x-restli-protocol-version": "2.0.0",
        "x-restli-method": "FINDER",
      },
    })
    expect(await found.json()).toMatchObject({ paging: { total: 4 } })

    expect(sandbox.ledger.summary().platforms.linkedin?.endpoints).toEqual({
      "POST /oauth/v2/authorization": 1,
      "POST /oauth/v2/accessToken": 1,
      "GET /rest/organizationAcls": 1,
    })
    const entries = JSON.stringify(sandbox.ledger.entries())
    for (const secret of [code, access_token, "sandbox-li-secret"]) {
      expect(entries).not.toContain(secret)
    }
  })
})
