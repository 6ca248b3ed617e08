import { defineConfig, loadEnv } from "@medusajs/framework/utils"

/*
 * Boots this repository as a store: development, demo, tests. Never published.
 * A store of your own names the plugin under `plugins` instead (README).
 */
loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const env = process.env

/** Leaves out what is not set, so that defaults of the other side apply. */
function given(options: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).filter(
      ([, value]) => value !== undefined && value !== ""
    )
  )
}

const numeric = (value?: string) => (value ? Number(value) : undefined)

const listed = (value?: string) =>
  value
    ? value
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean)
    : undefined

/** One platform, configured by the `SOCIAL_<PLATFORM>_…` variables. */
function provider(id: string, more: Record<string, unknown> = {}) {
  const prefix = `SOCIAL_${id.toUpperCase()}`
  return {
    resolve: `./src/providers/${id}`,
    id,
    options: given({
      base_url: env[`${prefix}_BASE_URL`],
      oauth_base_url: env[`${prefix}_OAUTH_BASE_URL`],
      client_id: env[`${prefix}_CLIENT_ID`],
      client_secret: env[`${prefix}_CLIENT_SECRET`],
      timeout_ms: numeric(env.SOCIAL_HTTP_TIMEOUT_MS),
      retry_base_ms: numeric(env.SOCIAL_HTTP_RETRY_BASE_MS),
      ...more,
    }),
  }
}

/**
 * The Meta app behind the Facebook login of Instagram accounts: one of its own,
 * or that of the Pages. An id is never used with the secret of another app.
 */
function facebookLogin() {
  const own = "SOCIAL_INSTAGRAM_FACEBOOK"
  const app = env[`${own}_CLIENT_ID`] ? own : "SOCIAL_FACEBOOK"
  return {
    facebook_base_url: env[`${own}_BASE_URL`] || env.SOCIAL_FACEBOOK_BASE_URL,
    facebook_oauth_base_url:
      env[`${own}_OAUTH_BASE_URL`] || env.SOCIAL_FACEBOOK_OAUTH_BASE_URL,
    facebook_client_id: env[`${app}_CLIENT_ID`],
    facebook_client_secret: env[`${app}_CLIENT_SECRET`],
    facebook_config_id: env[`${own}_CONFIG_ID`] || env[`${app}_CONFIG_ID`],
    facebook_config_token:
      env[`${own}_CONFIG_TOKEN`] || env[`${app}_CONFIG_TOKEN`],
  }
}

const socialPosts = {
  resolve: "./src/modules/social-posts",
  options: given({
    encryption_key: env.SOCIAL_ENCRYPTION_KEY,
    previous_encryption_keys: listed(env.SOCIAL_ENCRYPTION_PREVIOUS_KEYS),
    sync_cron: env.SOCIAL_SYNC_CRON,
    providers: [
      provider("instagram", {
        token_base_url: env.SOCIAL_INSTAGRAM_TOKEN_BASE_URL,
        webhook_verify_token: env.SOCIAL_INSTAGRAM_WEBHOOK_VERIFY_TOKEN,
        ...facebookLogin(),
      }),
      provider("facebook", {
        config_id: env.SOCIAL_FACEBOOK_CONFIG_ID,
        config_token: env.SOCIAL_FACEBOOK_CONFIG_TOKEN,
        webhook_verify_token: env.SOCIAL_FACEBOOK_WEBHOOK_VERIFY_TOKEN,
      }),
      provider("twitter"),
      provider("linkedin", { scopes: listed(env.SOCIAL_LINKEDIN_SCOPES) }),
    ],
  }),
}

/** Medusa's own engines on Redis: several processes can share the work. */
function onRedis(redisUrl: string) {
  return [
    {
      resolve: "@medusajs/medusa/workflow-engine-redis",
      options: { redis: { redisUrl } },
    },
    {
      resolve: "@medusajs/medusa/event-bus-redis",
      options: { redisUrl },
    },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/locking-redis",
            id: "locking-redis",
            is_default: true,
            options: { redisUrl },
          },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/caching",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/caching-redis",
            id: "caching-redis",
            is_default: true,
            options: { redisUrl },
          },
        ],
      },
    },
  ]
}

const LOCAL = "http://localhost:9000,http://127.0.0.1:9000"

export default defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    // A local database speaks no TLS; a URL that asks for it still gets it.
    databaseDriverOptions: env.DATABASE_URL?.includes("sslmode=")
      ? {}
      : { connection: { ssl: false } },
    redisUrl: env.REDIS_URL,
    workerMode:
      (env.MEDUSA_WORKER_MODE as "shared" | "worker" | "server") ?? "shared",
    // Without TLS a browser drops a "Secure" cookie, and nobody can log in.
    cookieOptions: { secure: false },
    http: {
      storeCors: env.STORE_CORS ?? "http://localhost:8000",
      adminCors: env.ADMIN_CORS ?? LOCAL,
      authCors: env.AUTH_CORS ?? LOCAL,
      jwtSecret: env.JWT_SECRET,
      cookieSecret: env.COOKIE_SECRET,
    },
  },
  admin: {
    path: "/app",
    disable: env.DISABLE_MEDUSA_ADMIN === "true",
    // Named here, so that Vite does not find them one by one and reload the page.
    vite: () => ({
      // Two stores of one folder must not write into each other's cache.
      ...(env.ADMIN_VITE_CACHE ? { cacheDir: env.ADMIN_VITE_CACHE } : {}),
      optimizeDeps: {
        include: [
          "@medusajs/admin-sdk",
          "@medusajs/dashboard/components",
          "@medusajs/dashboard/hooks",
          "@medusajs/dashboard/lib",
          "@medusajs/icons",
          "react-hook-form",
        ],
      },
    }),
  },
  modules: [socialPosts, ...(env.REDIS_URL ? onRedis(env.REDIS_URL) : [])],
})
