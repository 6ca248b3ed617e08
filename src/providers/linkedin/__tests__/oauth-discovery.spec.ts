import type { Discovery, FoundAccount } from "../../../platform-kit"
import { failure } from "../../../platform-kit/__tests__/failure"
import { OAuthHarness, platformOn } from "./oauth-harness"

const PAGES = { person: "Mara" }
const NO_PAGES = { person: "Jonas" }
const SCOPES = [
  "rw_organization_admin",
  "r_organization_social",
  "r_organization_social_feed",
]
const SIGN_IN = ["openid", "profile"]

let harness: OAuthHarness
beforeEach(async () => {
  harness = await OAuthHarness.start()
})
afterEach(() => harness.sandbox.close())

const named = ({ accounts }: Discovery, username: string) =>
  accounts.find(
    ({ description }) => description.username === username
  ) as FoundAccount

const acls = (elements: unknown[]) =>
  harness.sandbox.faults.add({
    kind: "patch",
    match: "organizationAcls",
    body: { elements },
  })

describe("connecting pages of LinkedIn", () => {
  it("finds the pages a member has a role on, with their names", async () => {
    const found = await harness.connect(PAGES)
    expect(found).toMatchObject({ advice: [], granted_scopes: SCOPES })
    expect(
      found.accounts.map(({ description }) => description.username).sort()
    ).toEqual(["harbour-goods", "harbour-guest", "harbour-quiet"])
    const world = harness.sandbox.world
      .accounts()
      .find(({ username }) => username === "harbour-goods")
    expect(named(found, "harbour-goods")).toMatchObject({
      description: {
        external_id: world?.external_id,
        display_name: world?.display_name,
        account_type: "organization",
        scopes: SCOPES,
        token_expires_at: expect.any(Date),
      },
      settings: { kind: "organization" },
      obstacle: null,
      tokens: {
        refresh_token: null,
        granted_by: expect.stringMatching(/^urn:li:person:/),
        own_app: true,
      },
    })
    // Three pages, three calls.
    expect(harness.calls()).toMatchObject({
      "POST /oauth/v2/accessToken": 1,
      "GET /rest/organizationAcls": 1,
      "GET /rest/organizations": 1,
    })
    expect(harness.calls()).not.toHaveProperty("GET /v2/userinfo")
  })

  it("opens the page that it found", async () => {
    const found = await harness.connect(PAGES)
    const { description, settings, tokens } = named(found, "harbour-goods")
    const described = await harness.platform.describeAccount(
      { ...description, ...tokens, settings },
      harness.call()
    )
    expect(described).toMatchObject({
      external_id: description.external_id,
      scopes: SCOPES,
      token_expires_at: expect.any(Date),
    })
  })

  it("names the role that is needed where it is another", async () => {
    const found = await harness.connect(PAGES)
    expect(named(found, "harbour-guest").obstacle).toMatchObject({
      code: "role_missing",
      message: expect.stringMatching(/role ANALYST.*ADMINISTRATOR/),
    })
  })

  it("reads the other name of the organisation", async () => {
    harness.set({ acl_key: "organizationTarget" })
    const found = await harness.connect(PAGES)
    expect(found.accounts).toHaveLength(3)
  })

  it("counts a page with several roles once, and the best one", async () => {
    const row = (role: string, state = "APPROVED") => ({
      organization: "urn:li:organization:4711",
      roleAssignee: "urn:li:person:someone",
      role,
      state,
    })
    acls([
      row("ANALYST"),
      row("ADMINISTRATOR"),
      {},
      "nonsense",
      {
        ...row("ADMINISTRATOR", "REVOKED"),
        organization: "urn:li:organization:1",
      },
    ])
    const { accounts } = await harness.connect(PAGES)
    expect(accounts).toMatchObject([
      {
        description: {
          external_id: "urn:li:organization:4711",
          username: null,
        },
        obstacle: null,
        tokens: { granted_by: "urn:li:person:someone" },
      },
    ])
  })

  it("reads all roles, page after page, and ends where there is no end", async () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({
      organization: `urn:li:organization:${1000 + i}`,
      role: "ADMINISTRATOR",
      state: "APPROVED",
    }))
    acls(rows)
    const { accounts } = await harness.connect(PAGES)
    expect(accounts).toHaveLength(100)
    expect(harness.calls()["GET /rest/organizationAcls"]).toBe(20)
  })

  it("names pages one by one where the app may not ask in batches", async () => {
    harness.set({ tier: "development" })
    const found = await harness.connect(PAGES)
    expect(named(found, "harbour-goods").description.display_name).toBeTruthy()
    expect(found.accounts).toHaveLength(3)
  })

  it("finds pages whose names cannot be had", async () => {
    harness.sandbox.faults.add({
      kind: "status",
      match: "rest/organizations",
      status: 403,
      body: { status: 403, serviceErrorCode: 100, code: "ACCESS_DENIED" },
    })
    const { accounts } = await harness.connect(PAGES)
    expect(accounts).toHaveLength(3)
    expect(accounts[0]?.description.display_name).toBeNull()
  })

  it.each([
    [SCOPES, "The member you logged in as"],
    [[...SCOPES, ...SIGN_IN], "Jonas Brandt"],
  ])("says that and why there are none: with %j", async (scopes, who) => {
    const platform = platformOn(harness.sandbox, { scopes })
    const found = await harness.connect(NO_PAGES, platform)
    expect(found.accounts).toEqual([])
    expect(found.advice).toMatchObject([
      {
        code: "no_pages",
        message: expect.stringMatching(`^${who} has no role.*super admin`),
      },
    ])
  })

  it("fails when LinkedIn does not let the app list pages", async () => {
    harness.sandbox.faults.add({
      kind: "status",
      match: "organizationAcls",
      status: 403,
      body: { status: 403, serviceErrorCode: 100, code: "ACCESS_DENIED" },
    })
    expect(await failure(harness.connect(PAGES))).toMatchObject({
      kind: "permission",
    })
  })
})

describe("connecting a person on LinkedIn", () => {
  const both = [...SCOPES, ...SIGN_IN, "r_member_postAnalytics"]

  it("is offered beside the pages when the numbers were granted", async () => {
    const platform = platformOn(harness.sandbox, { scopes: both })
    const found = await harness.connect(PAGES, platform)
    const person = found.accounts.at(-1)
    expect(found.accounts).toHaveLength(4)
    expect(person).toMatchObject({
      description: {
        external_id: person?.tokens.granted_by,
        display_name: "Mara Lindt",
        account_type: "member",
      },
      settings: { kind: "member" },
      obstacle: null,
    })
    const pages = found.accounts.slice(0, 3)
    for (const { tokens } of pages) {
      expect(tokens.granted_by).toBe(person?.description.external_id)
    }
  })

  it("is all there is without the scope for pages", async () => {
    const scopes = ["openid", "profile", "r_member_postAnalytics"]
    const platform = platformOn(harness.sandbox, { scopes })
    const found = await harness.connect(NO_PAGES, platform)
    expect(found).toMatchObject({
      accounts: [{ settings: { kind: "member" } }],
      advice: [],
    })
    expect(harness.calls()).not.toHaveProperty("GET /rest/organizationAcls")
  })

  it("is not offered when LinkedIn does not say who it is", async () => {
    harness.sandbox.faults.add({
      kind: "status",
      match: "userinfo",
      status: 403,
      body: { status: 403, serviceErrorCode: 100, code: "ACCESS_DENIED" },
    })
    const platform = platformOn(harness.sandbox, { scopes: both })
    const { accounts } = await harness.connect(PAGES, platform)
    expect(accounts).toHaveLength(3)
    // The roles on the pages tell it all the same.
    expect(accounts[0]?.tokens.granted_by).toMatch(/^urn:li:person:/)
  })
})
