import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaApp, MedusaModule } from "@medusajs/framework/modules-sdk"
import type { Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  createPgConnection,
  isSharedConnectionSymbol,
  mikroOrmCreateConnection,
} from "@medusajs/framework/utils"
import type SocialPostsModuleService from "../../src/modules/social-posts/service"
import type { SocialOptions } from "../../src/modules/social-posts/types/options"

const SRC = resolve(__dirname, "../../src")
const MODULE = "social_posts"

/** Opens the tokens of every process of one test; of no use elsewhere. */
const ENCRYPTION_KEY = Buffer.alloc(32, 7).toString("base64")

export type ModuleLogger = Pick<Logger, "info" | "warn" | "error" | "debug">

export interface StoreSettings {
  databaseUrl: string
  sandboxUrl: string
  /** Options of the module, e.g. `lease_seconds`. */
  module?: Partial<SocialOptions>
  /** Options of all four platforms, e.g. `timeout_ms`. */
  platform?: Record<string, unknown>
  /** Options of single platforms, e.g. `{ facebook: { config_id } }`. */
  platforms?: Record<string, Record<string, unknown>>
  logger?: ModuleLogger
}

export interface Store {
  service: SocialPostsModuleService
  knex: Knex
  close(): Promise<void>
}

const silent = () => undefined
const SILENT = { info: silent, warn: silent, error: silent, debug: silent }

/** The module alone, with the real platforms pointed at a sandbox. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const connection = createPgConnection({
    clientUrl: settings.databaseUrl,
    schema: "public",
    driverOptions: { connection: { ssl: false } },
  })
  const app = await MedusaApp({
    ...appOf(settings),
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: connection,
      [ContainerRegistrationKeys.LOGGER]: settings.logger ?? SILENT,
    },
  })
  await app.onApplicationStart()
  return {
    service: app.modules[MODULE] as unknown as SocialPostsModuleService,
    knex: connection as Knex,
    close: async () => {
      await app.onApplicationPrepareShutdown()
      await app.onApplicationShutdown()
      await connection.destroy()
      MedusaModule.clearInstances()
    },
  }
}

/** Brings an empty database to the module's schema. */
export async function migrateStore(databaseUrl: string): Promise<void> {
  const orm = await mikroOrmCreateConnection(
    {
      clientUrl: databaseUrl,
      schema: "public",
      driverOptions: { connection: { ssl: false } },
      snapshot: false,
    },
    [],
    join(SRC, "modules/social-posts/migrations")
  )
  try {
    await orm.getMigrator().up()
  } finally {
    await orm.close(true)
  }
}

function appOf(settings: StoreSettings) {
  const database = { clientUrl: settings.databaseUrl, schema: "public" }
  return {
    modulesConfig: {
      [MODULE]: {
        resolve: join(SRC, "modules/social-posts"),
        options: {
          database,
          encryption_key: ENCRYPTION_KEY,
          providers: platformsOf(settings),
          ...settings.module,
          [isSharedConnectionSymbol]: true,
        },
      },
    },
    sharedResourcesConfig: { database },
  }
}

function platformsOf({ sandboxUrl, platform, platforms }: StoreSettings) {
  const base = (host: string) => `${sandboxUrl}/${host}`
  const metaApp = {
    oauth_base_url: base("www.facebook.com"),
    client_id: "100000000000001",
    client_secret: "sandbox-app-secret",
  }
  const urls: Record<string, Record<string, string>> = {
    instagram: {
      base_url: base("graph.instagram.com"),
      oauth_base_url: base("www.instagram.com"),
      token_base_url: base("api.instagram.com"),
      client_id: "200000000000002",
      client_secret: "sandbox-instagram-secret",
      facebook_base_url: base("graph.facebook.com"),
      facebook_oauth_base_url: metaApp.oauth_base_url,
      facebook_client_id: metaApp.client_id,
      facebook_client_secret: metaApp.client_secret,
    },
    facebook: { base_url: base("graph.facebook.com"), ...metaApp },
    twitter: {
      base_url: base("api.x.com"),
      oauth_base_url: base("x.com"),
      client_id: "sandbox-x-client",
      client_secret: "sandbox-x-secret",
    },
    linkedin: {
      base_url: base("api.linkedin.com"),
      oauth_base_url: base("www.linkedin.com"),
      client_id: "sandbox-li-client",
      client_secret: "sandbox-li-secret",
    },
  }
  return Object.entries(urls)
    .filter(([id]) => existsSync(join(SRC, "providers", id, "index.ts")))
    .map(([id, options]) => ({
      resolve: join(SRC, "providers", id),
      id,
      options: { ...options, ...platform, ...platforms?.[id] },
    }))
}
