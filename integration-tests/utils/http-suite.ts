import { randomBytes } from "node:crypto"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import {
  ContainerRegistrationKeys,
  generateJwtToken,
  Modules,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance, AxiosRequestConfig } from "axios"
import {
  createSandbox,
  type WorldAccount,
  type WorldPost,
} from "../../platform-sandbox"
import { sandboxEnv } from "./sandbox-env"

export type Sandbox = Awaited<ReturnType<typeof createSandbox>>

export interface HttpSuite {
  api: AxiosInstance
  container: () => MedusaContainer
  sandbox: () => Sandbox
  /** Headers of a logged-in admin; any status is an answer. */
  admin: () => AxiosRequestConfig
}

const JWT_SECRET = randomBytes(16).toString("hex")

/** The settings of the store under test; the sandbox's address comes later. */
const ENV: Record<string, string> = {
  SOCIAL_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  SOCIAL_HTTP_TIMEOUT_MS: "2000",
  SOCIAL_HTTP_RETRY_BASE_MS: "5",
  // The minute job would read posts behind the tests' back.
  MEDUSA_WORKER_MODE: "server",
  DISABLE_MEDUSA_ADMIN: "true",
  JWT_SECRET,
  COOKIE_SECRET: JWT_SECRET,
}

/** Tests over HTTP of one subject. */
export interface HttpCases {
  name: string
  tests: (suite: HttpSuite) => void
}

export const httpCases = (
  name: string,
  tests: HttpCases["tests"]
): HttpCases => ({ name, tests })

/**
 * The repository booted as a store, beside a sandbox of the platforms. To boot
 * takes longer than most tests, so several subjects share a store; each test
 * finds database and sandbox as new.
 */
export function httpSuite(subjects: readonly HttpCases[]) {
  let sandbox: Sandbox
  let headers: AxiosRequestConfig = {}

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 1 })
    Object.assign(process.env, ENV, sandboxEnv(sandbox.url))
  })
  afterAll(async () => sandbox.close())

  medusaIntegrationTestRunner({
    inApp: true,
    testSuite: ({ api, getContainer }) => {
      beforeEach(async () => {
        await sandbox.rebuild({ seed: 1 })
        headers = await logIn(getContainer())
      })
      const suite: HttpSuite = {
        api,
        container: getContainer,
        sandbox: () => sandbox,
        admin: () => ({ ...headers, validateStatus: () => true }),
      }
      for (const { name, tests } of subjects) {
        describe(name, () => tests(suite))
      }
    },
  })
}

/** Headers of an admin user who is made for it. */
export async function logIn(
  container: MedusaContainer,
  name = "admin"
): Promise<AxiosRequestConfig> {
  const users = container.resolve(Modules.USER)
  const [user] = await users.createUsers([{ email: `${name}@example.com` }])
  const identities = container.resolve(Modules.AUTH)
  const [identity] = await identities.createAuthIdentities([
    {
      provider_identities: [{ provider: "emailpass", entity_id: name }],
      app_metadata: { user_id: user?.id },
    },
  ])
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const token = generateJwtToken(
    {
      actor_id: user?.id ?? "",
      actor_type: "user",
      auth_identity_id: identity?.id ?? "",
      app_metadata: { user_id: user?.id },
    },
    {
      secret: config.projectConfig.http.jwtSecret as string,
      expiresIn: "1h",
    }
  )
  return { headers: { authorization: `Bearer ${token}` } }
}

export interface FindAccount {
  platform: WorldAccount["platform"]
  trait?: string
  settings?: Record<string, string>
}

/** An account of the sandbox's world: a demo one, or one with a trait. */
export function worldAccount(
  sandbox: Sandbox,
  { platform, trait, settings = {} }: FindAccount
): WorldAccount {
  const account = sandbox.world
    .accounts()
    .find(
      (one) =>
        one.platform === platform &&
        (trait ? one.traits.includes(trait) : one.demo) &&
        Object.entries(settings).every(
          ([key, value]) => one.settings[key] === value
        )
    )
  if (!account) {
    throw new Error(`The sandbox has no ${platform} account ${trait ?? ""}.`)
  }
  return account
}

export function worldPosts(
  sandbox: Sandbox,
  account: WorldAccount,
  trait?: string
): WorldPost[] {
  return sandbox.world
    .posts()
    .filter(
      (post) =>
        post.account_external_id === account.external_id &&
        post.platform === account.platform &&
        (!trait || post.traits.includes(trait))
    )
}

/** Body that connects an account of the world. */
export const accountBody = (account: WorldAccount) => ({
  platform: account.platform,
  external_id: account.external_id,
  access_token: account.access_token,
  settings: account.settings,
})

/** Body that creates a post of the world. */
export const postBody = (account_id: string, post: WorldPost) => ({
  account_id,
  platform_post_id: post.platform_post_id,
  posted_at: post.posted_at,
  media_type: post.media_type,
  media_product_type: post.media_product_type,
})
