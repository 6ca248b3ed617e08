import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { FacebookPlatform } from "../providers/facebook"
import { InstagramPlatform } from "../providers/instagram"
import { LinkedInPlatform } from "../providers/linkedin"
import { TwitterPlatform } from "../providers/twitter"

const page = readFileSync(resolve(__dirname, "../../docs/platforms.md"), "utf8")

const platforms = [
  InstagramPlatform,
  FacebookPlatform,
  TwitterPlatform,
  LinkedInPlatform,
].map((Platform) => new Platform({}, {}))

describe.each(platforms.map((platform) => [platform.profile] as const))(
  "docs/platforms.md",
  (profile) => {
    it(`names every scope and metric of ${profile.label}`, () => {
      const metrics = Object.values(profile.metric_tables)
        .flatMap((tables) => Object.values(tables))
        .flatMap(({ core, optional, retired }) => [
          ...core,
          ...optional,
          ...retired,
        ])
      const names = [...profile.scopes, ...metrics].map(({ name }) => name)
      expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
    })
  }
)
