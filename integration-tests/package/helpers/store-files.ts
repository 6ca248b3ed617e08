import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../../utils/booted-store/commands"

const PLUGIN = "medusa-plugin-social-insights"

/** What a store needs besides the plugin, in the versions we develop against. */
const NEEDS = [
  "@medusajs/admin-sdk",
  "@medusajs/cli",
  "@medusajs/draft-order",
  "@medusajs/framework",
  "@medusajs/medusa",
  "@swc/core",
  "@types/node",
  "ts-node",
  "typescript",
]

const CONFIG = `import { defineConfig } from "@medusajs/framework/utils"

const platform = (id: string, base_url?: string) => ({
  resolve: "${PLUGIN}/providers/" + id,
  id,
  options: { base_url },
})

export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    // Without TLS a browser drops a "Secure" cookie.
    cookieOptions: { secure: false },
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "package-test",
      cookieSecret: "package-test",
    },
  },
  plugins: [
    {
      resolve: "${PLUGIN}",
      options: {
        encryption_key: "${Buffer.alloc(32, 3).toString("base64")}",
        providers: [
          platform("instagram", process.env.INSTAGRAM_URL),
          platform("facebook", process.env.FACEBOOK_URL),
          platform("twitter", process.env.TWITTER_URL),
          platform("linkedin", process.env.LINKEDIN_URL),
        ],
      },
    },
  ],
})
`

/** Fails to compile when the package's types are missing or say nothing. */
const TYPE_CHECK = `import type { SocialOptions } from "${PLUGIN}"
import { useSyncPostInsights } from "${PLUGIN}/hooks"
import { AbstractSocialPlatform } from "${PLUGIN}/platform-kit"
import { syncSocialPostWorkflow } from "${PLUGIN}/workflows"

type IsAny<T> = 0 extends 1 & T ? true : false

export const workflowIsTyped: IsAny<typeof syncSocialPostWorkflow> = false
export const platformIsTyped: IsAny<typeof AbstractSocialPlatform> = false
export const hookIsTyped: IsAny<typeof useSyncPostInsights> = false
export const options = { encryption_key: "x" } satisfies SocialOptions
`

const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    module: "Node16",
    moduleResolution: "Node16",
    esModuleInterop: true,
    strict: true,
    skipLibCheck: true,
    outDir: "./.medusa/server",
    rootDir: "./",
  },
  "ts-node": { swc: true },
  include: ["type-check.ts", "medusa-config.ts"],
}

/** Writes a minimal store that uses the packed plugin. */
export function writeStore(folder: string, tarball: string): void {
  const ours = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"))
  const manifest = {
    name: "store-of-the-package-test",
    version: "1.0.0",
    private: true,
    dependencies: {
      ...Object.fromEntries(
        NEEDS.map((name) => [name, ours.devDependencies[name]])
      ),
      [PLUGIN]: `file:${tarball}`,
    },
  }
  const write = (name: string, content: unknown) =>
    writeFileSync(
      join(folder, name),
      typeof content === "string" ? content : JSON.stringify(content, null, 2)
    )
  write("package.json", manifest)
  write("medusa-config.ts", CONFIG)
  write("type-check.ts", TYPE_CHECK)
  write("tsconfig.json", TSCONFIG)
}
