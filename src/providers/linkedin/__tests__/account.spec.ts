import { type Harness, startHarness } from "./harness"

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(() => harness.sandbox.close())

describe("connecting an account of LinkedIn", () => {
  const describeAccount = (account: ReturnType<Harness["account"]>) => {
    const { account: _own, depth: _depth, ...call } = harness.call(account)
    return harness.platform.describeAccount(account, call)
  }

  it("names a page that the token may read", async () => {
    const account = harness.account()
    expect(await describeAccount(account)).toMatchObject({
      external_id: account.external_id,
      username: account.username,
      display_name: account.display_name,
      account_type: "organization",
      followers_count: null,
    })
  })

  it("takes the page's bare number", async () => {
    const account = harness.account()
    const id = account.external_id.split(":").at(-1)!
    const description = await describeAccount({ ...account, external_id: id })
    expect(description.external_id).toBe(account.external_id)
  })

  it("refuses a member who does not administer the page", async () => {
    const account = harness.account("not_administrator")
    await expect(describeAccount(account)).rejects.toMatchObject({
      kind: "permission",
      scope: "account",
    })
  })

  it("names a person", async () => {
    const account = harness.member()
    expect(await describeAccount(account)).toMatchObject({
      external_id: account.external_id,
      display_name: account.display_name,
      account_type: "member",
    })
  })

  it("believes the stated person when the token lacks the sign-in scopes", async () => {
    harness.sandbox.faults.add({
      kind: "status",
      match: "userinfo",
      status: 403,
      body: {
        status: 403,
        serviceErrorCode: 100,
        code: "ACCESS_DENIED",
        message: "Not enough permissions to access: userinfo.GET",
      },
    })
    const account = harness.member()
    expect(await describeAccount(account)).toMatchObject({
      external_id: account.external_id,
      display_name: null,
    })
    harness.set({ account: account.external_id, token: "revoked" })
    await expect(describeAccount(account)).rejects.toMatchObject({
      kind: "auth",
    })
  })

  it("does without the page's name when it cannot be had", async () => {
    harness.sandbox.faults.add({
      kind: "status",
      match: "/rest/organizations/",
      status: 404,
      body: { status: 404, message: "No such resource" },
    })
    const account = harness.account()
    expect(await describeAccount(account)).toMatchObject({
      external_id: account.external_id,
      display_name: null,
    })
  })

  it("refuses another person's token", async () => {
    const account = { ...harness.member(), external_id: "urn:li:person:other" }
    await expect(describeAccount(account)).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringContaining(harness.member().external_id),
    })
  })

  it("believes nobody whom LinkedIn does not name", async () => {
    harness.sandbox.faults.add({
      kind: "patch",
      match: "userinfo",
      body: { sub: undefined },
    })
    const account = { ...harness.member(), external_id: "urn:li:person:" }
    await expect(describeAccount(account)).rejects.toMatchObject({
      code: "other_account",
      message: expect.stringContaining("openid and profile"),
    })
  })
})
