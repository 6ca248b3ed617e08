import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { FacebookPlatform } from "../providers/facebook"
import { InstagramPlatform } from "../providers/instagram"
import { LinkedInPlatform } from "../providers/linkedin"
import { TwitterPlatform } from "../providers/twitter"

const PAGES = {
  instagram: InstagramPlatform,
  facebook: FacebookPlatform,
  x: TwitterPlatform,
  linkedin: LinkedInPlatform,
}

describe.each(Object.entries(PAGES))("docs/connect/%s.md", (name, Platform) => {
  const page = readFileSync(
    resolve(__dirname, `../../docs/connect/${name}.md`),
    "utf8"
  )
  const platform = new Platform({}, {})
  const flows = platform.connectionFlows()

  it("is where the provider leads, with the platform's page for developers", () => {
    const { guide, portal_url } = platform.profile.app_setup ?? {}
    expect(guide).toBe(`medusa-plugin-social-insights/docs/connect/${name}.md`)
    expect(page).toContain(portal_url)
  })

  it("names every scope the consent page asks for", () => {
    const scopes = flows.flatMap(({ scopes }) => scopes)
    expect(scopes.length).toBeGreaterThan(0)
    expect(
      scopes.filter(({ name: scope }) => !page.includes(`\`${scope}\``))
    ).toEqual([])
  })

  it("names every option that has to be set, and the redirect URL", () => {
    const options = flows.flatMap(({ missing_options }) => missing_options)
    expect(options.length).toBeGreaterThan(0)
    expect(options.filter((option) => !page.includes(option))).toEqual([])
    expect(page).toContain("/app/social/callback")
  })
})
