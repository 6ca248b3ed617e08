import { list } from "./client"
import { OAuthClient } from "./oauth-client"

const ACLS = "/rest/organizationAcls?q=roleAssignee"

describe("finding a member's pages", () => {
  let li: OAuthClient
  let token: string
  beforeEach(() => {
    li = new OAuthClient()
    token = li.connect().access_token
  })

  const acls = (query = "", who = token) =>
    li.with(who, `${ACLS}${query}`, "FINDER")
  const urnOf = (which: string) => li.account(which).external_id

  it("lists the approved administrator's pages", () => {
    const { body } = acls("&role=ADMINISTRATOR&state=APPROVED")
    expect(body.elements).toEqual(
      [urnOf("organization"), urnOf("no_social_feed_scope")].map(
        (organization) => ({
          organization,
          role: "ADMINISTRATOR",
          state: "APPROVED",
          roleAssignee: li.mara.urn,
        })
      )
    )
    expect(body.paging).toEqual({ start: 0, count: 10, links: [], total: 2 })
  })

  it("lists other roles and states to those who do not ask", () => {
    const found = acls().body.elements.map((one: any) => [one.role, one.state])
    expect(found).toHaveLength(4)
    expect(found).toContainEqual(["ANALYST", "APPROVED"])
    expect(found).toContainEqual(["ADMINISTRATOR", "REQUESTED"])
    const [wanted] = acls("&state=REQUESTED").body.elements
    expect(wanted.organization).toBe(urnOf("revoked_token"))
  })

  it("pages, and names the page as switched", () => {
    li.platform.set({ acl_key: "organizationTarget" })
    const all = acls().body.elements
    const second = acls("&start=1&count=2").body
    expect(second.elements).toEqual(all.slice(1, 3))
    expect(second.paging).toMatchObject({ start: 1, count: 2, total: 4 })
    expect(all[0].organizationTarget).toBe(urnOf("organization"))
    expect(all[0]).not.toHaveProperty("organization")
  })

  it("refuses the finder without its scope, header or right values", () => {
    const poor = li.connect({ scope: "openid profile" }, li.jonas.urn)
    const denied = acls("", poor.access_token)
    expect([denied.status, denied.body.message]).toEqual([
      403,
      "Not enough permissions to access: organizationAcls.FINDER-roleAssignee.20261001",
    ])
    expect(li.with(token, ACLS).status).toBe(400)
    for (const query of ["&role=OWNER", "&state=OK", "&role=NONE", "&a=1"]) {
      expect(acls(query).status).toBe(400)
    }
    const reader = li.connect(
      { scope: "openid profile r_organization_admin" },
      li.jonas.urn
    )
    const none = acls("", reader.access_token)
    expect([none.status, none.body.elements]).toEqual([200, []])
  })

  it("names pages by number, one or many", () => {
    const [one, two] = ["organization", "not_administrator"].map((which) => ({
      id: urnOf(which).split(":").pop() as string,
      name: li.account(which).display_name,
    }))
    const path = "/rest/organizations"
    const single = li.with(token, `${path}/${one!.id}`).body
    expect(single.localizedName).toBe(one!.name)
    const ids = `ids=${list([one!.id, two!.id, "404"])}`
    const many = li.with(token, `${path}?${ids}`, "BATCH_GET").body
    expect(many.results[one!.id]).toEqual(single)
    expect(many.results[two!.id].localizedName).toBe(two!.name)
    expect(many.statuses["404"]).toBe(404)
    const urns = `ids=${list([urnOf("organization")])}`
    expect(li.with(token, `${path}?${urns}`, "BATCH_GET").status).toBe(400)
    expect(li.with(token, `${path}?${ids}`).status).toBe(400)
    const poor = li.connect({ scope: "openid" }, li.jonas.urn).access_token
    expect(li.with(poor, `${path}/${one!.id}`).status).toBe(403)
    li.platform.set({ tier: "development" })
    expect(li.with(token, `${path}?${ids}`, "BATCH_GET").status).toBe(403)
  })

  it("describes the member", () => {
    const { body } = li.with(token, "/v2/userinfo")
    expect(body).toMatchObject({ name: "Mara Lindt", given_name: "Mara" })
    expect(`urn:li:person:${body.sub}`).toBe(li.mara.urn)
    expect(body).not.toHaveProperty("email")
    for (const scope of ["openid", "profile", "email"]) {
      const { access_token } = li.connect({ scope }, li.jonas.urn)
      expect(li.with(access_token, "/v2/userinfo").status).toBe(403)
    }
    const full = li.connect({ scope: "openid profile email" }, li.jonas.urn)
    const jonas = li.with(full.access_token, "/v2/userinfo").body
    expect(jonas.email).toBe("jonas-brandt@mail.example")
  })

  it("follows the role", () => {
    const account = urnOf("organization")
    expect(li.platform.set({ account, role: "CURATOR" })).toBe(true)
    expect(acls("&role=CURATOR").body.elements).toHaveLength(1)
    li.platform.set({ account, role: "NONE" })
    expect(acls().body.elements).toHaveLength(3)
    expect(li.platform.set({ account, role: "OWNER" })).toBe(false)
  })

  it("lets one member administer a plain world", () => {
    li = new OAuthClient({ plain: true, accounts: { linkedin: 3 } })
    expect(li.people).toHaveLength(1)
    token = li.connect().access_token
    expect(acls().body.elements).toHaveLength(3)
  })
})
