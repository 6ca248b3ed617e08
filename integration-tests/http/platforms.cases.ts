import { httpCases } from "../utils/http-suite"

interface Platform {
  id: string
  scopes: { name: string; only_for?: string }[]
  api_version: { ends_on: string | null } | null
  connection_flows: {
    id: string
    pkce: boolean
    scopes: { name: string; reason: string }[]
  }[]
  settings: {
    name: string
    options: { value: string }[]
    decides_scopes?: boolean
  }[]
}

export default httpCases("social platforms", ({ api, admin }) => {
  it("answers all a form needs to connect an account", async () => {
    const { status, data } = await api.get("/admin/social-platforms", admin())
    expect(status).toBe(200)
    const platforms: Platform[] = data.social_platforms
    expect(platforms.map(({ id }) => id)).toEqual([
      "facebook",
      "instagram",
      "linkedin",
      "twitter",
    ])
    expect(data.count).toBe(4)
    for (const platform of platforms) {
      expect(platform).toEqual({
        id: platform.id,
        label: expect.any(String),
        aliases: expect.any(Array),
        abilities: expect.objectContaining({ comments: true }),
        scopes: expect.arrayContaining([
          expect.objectContaining({
            reason: expect.any(String),
            needed_for: expect.stringMatching(/connection|numbers|comments/),
          }),
        ]),
        retention: expect.any(Array),
        token_help: expect.any(String),
        external_id_help: expect.any(String),
        post_id_help: expect.any(String),
        app_setup: {
          portal_url: expect.stringMatching(/^https:/),
          guide: expect.stringContaining("docs/connect/"),
        },
        settings: expect.any(Array),
        connection_flows: expect.any(Array),
        api_version: {
          version: expect.any(String),
          ends_on: platform.api_version?.ends_on
            ? expect.stringMatching(/^\d{4}-\d\d-\d\d$/)
            : null,
        },
      })
    }
    expect(platforms[3]).toMatchObject({
      label: "X",
      aliases: ["x"],
      settings: [{ name: "auth", default: "user" }],
    })
    expect(platforms[0]).toMatchObject({ settings: [] })
  })

  it("tells how each platform is connected through its consent page", async () => {
    const { data } = await api.get("/admin/social-platforms", admin())
    const platforms: Platform[] = data.social_platforms
    const flows = platforms.flatMap(({ id, connection_flows }) =>
      connection_flows.map((flow) => ({ ...flow, platform: id }))
    )
    expect(flows.map(({ platform, id, pkce }) => [platform, id, pkce])).toEqual(
      [
        ["facebook", "default", false],
        ["instagram", "instagram", false],
        ["instagram", "facebook", false],
        ["linkedin", "default", false],
        ["twitter", "default", true],
      ]
    )
    for (const flow of flows) {
      expect(flow).toMatchObject({
        label: expect.stringMatching(/\w/),
        help: expect.stringMatching(/\w+ \w+.*\.$/s),
        ready: true,
        missing_options: [],
      })
      expect(flow.scopes.length).toBeGreaterThan(1)
      for (const { reason } of flow.scopes) {
        expect(reason).toMatch(/\w+ \w+/)
      }
    }
  })

  it("lets a form pick the scopes of the chosen variant", async () => {
    const { data } = await api.get("/admin/social-platforms", admin())
    const linkedin: Platform = data.social_platforms[2]
    const deciding = linkedin.settings.find((field) => field.decides_scopes)
    expect(deciding?.options.map(({ value }) => value)).toEqual([
      "organization",
      "member",
    ])
    const scopesOf = (kind: string) =>
      linkedin.scopes
        .filter(({ only_for }) => !only_for || only_for === kind)
        .map(({ name }) => name)
    expect(scopesOf("organization")).toContain("rw_organization_admin")
    expect(scopesOf("member")).not.toContain("rw_organization_admin")
  })
})
