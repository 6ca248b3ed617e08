import { type Harness, startHarness } from "./harness"

let harness: Harness
afterEach(() => harness.sandbox.close())

describe("connecting an account of X", () => {
  it("names the account behind a token", async () => {
    harness = await startHarness()
    const account = harness.account()
    const { account: _own, depth: _depth, ...call } = harness.call(account)
    const description = await harness.platform.describeAccount(account, call)
    expect(description).toMatchObject({
      external_id: account.external_id,
      username: account.username,
      display_name: account.display_name,
      account_type: "user",
      avatar_url: expect.stringMatching(/^https/),
      followers_count: expect.any(Number),
    })
  })

  it("looks the account up with the app's own token", async () => {
    harness = await startHarness()
    const account = harness.account("app_bearer")
    const { account: _own, depth: _depth, ...call } = harness.call(account)
    const description = await harness.platform.describeAccount(account, call)
    expect(description).toMatchObject({
      username: account.username,
      account_type: "app",
      followers_count: expect.any(Number),
    })
  })

  it("refuses another account's token, naming its owner", async () => {
    harness = await startHarness()
    const account = harness.account()
    const { account: _own, depth: _depth, ...call } = harness.call(account)
    const claim = { ...account, external_id: "1" }
    const rejected = harness.platform.describeAccount(claim, call)
    await expect(rejected).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringContaining(`@${account.username}`),
    })
  })
})
