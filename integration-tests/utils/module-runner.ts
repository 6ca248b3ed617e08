import { randomBytes } from "node:crypto"
import { resolve } from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import type SocialPostsModuleService from "../../src/modules/social-posts/service"
import type { SocialOptions } from "../../src/modules/social-posts/types/options"
import { FakePlatform } from "./fake-platform"

export const encryptionKey = randomBytes(32).toString("base64")

type Suite = Parameters<
  typeof moduleIntegrationTestRunner<SocialPostsModuleService>
>[0]["testSuite"]

/** The module alone, on a database of its own, with the fake platform. */
export function moduleSuite(
  testSuite: Suite,
  options: Partial<SocialOptions> = {}
) {
  const root = resolve(__dirname, "../../src/modules/social-posts")
  return moduleIntegrationTestRunner<SocialPostsModuleService>({
    moduleName: "social_posts",
    resolve: root,
    pathToMigrations: resolve(root, "migrations"),
    moduleOptions: {
      encryption_key: encryptionKey,
      providers: [{ resolve: { services: [FakePlatform] }, id: "fake" }],
      ...options,
    } as unknown as Record<string, unknown>,
    testSuite,
  })
}

/** A table that the service has no methods for, on purpose. */
export const tableOf = (
  service: SocialPostsModuleService,
  name: "social_credential" | "social_connection"
) => service["knex_"](name)

let counter = 0

/** A connected account with posts `p1…pn`, ready to be synced. */
export async function seedAccount(
  service: SocialPostsModuleService,
  posts: number,
  { externalId = `ext-${++counter}`, ageHours = 2 } = {}
): Promise<{ accountId: string; postIds: string[] }> {
  const sealed = await service.checkAccount({
    platform: "fake",
    external_id: externalId,
    access_token: FakePlatform.token,
  })
  const accountId = await service.storeAccount(sealed)
  const created = await service.createSocialPosts(
    Array.from({ length: posts }, (_, index) => ({
      account_id: accountId,
      platform: "fake",
      platform_post_id: `p${counter}${String(index).padStart(4, "0")}`,
      status: "posted" as const,
      posted_at: new Date(Date.now() - ageHours * 3600000 - index * 1000),
    }))
  )
  return { accountId, postIds: created.map(({ id }) => id) }
}

/** Starts a run and works it to its end. */
export async function syncAll(
  service: SocialPostsModuleService,
  scope: Record<string, unknown>
) {
  const started = await service.startSyncRun("bulk", scope)
  if (!started) {
    return { run: null, outcomes: [] }
  }
  const outcomes = await service.workSyncRun(started.run_id, started.worker, {
    collect: true,
  })
  const run = await service.retrieveSocialSyncRun(started.run_id)
  return { run, outcomes: [...outcomes, ...started.outcomes] }
}
