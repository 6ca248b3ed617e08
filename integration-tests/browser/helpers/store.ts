import axios, { type AxiosInstance } from "axios"
import { Client } from "pg"
import type { WorldAccount, WorldPost } from "../../../platform-sandbox"
import { USER } from "../../utils/booted-store/store"
import { place } from "./place"
import { sandbox } from "./sandbox"

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const DEADLOCK = "40P01"

export const storeUrl = () => place().storeUrl

/** The admin's routes, signed in. */
export async function adminApi(): Promise<AxiosInstance> {
  const api = axios.create({ baseURL: storeUrl(), timeout: 60_000 })
  const { data } = await api.post("/auth/user/emailpass", USER)
  api.defaults.headers.common.authorization = `Bearer ${data.token}`
  return api
}

/** Runs a statement on the store's database. */
export async function query<T = Record<string, unknown>>(
  statement: string,
  values: unknown[] = []
): Promise<T[]> {
  const client = new Client({ connectionString: place().databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query(statement, values)
    return rows as T[]
  } finally {
    await client.end()
  }
}

/** A store without accounts, posts, runs and products, and a fresh sandbox. */
export async function emptyStore(): Promise<void> {
  const tables = await query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public'
       AND (tablename LIKE 'social\\_%' OR tablename LIKE '%social_posts%' OR tablename = 'product')`
  )
  await truncate(tables.map(({ name }) => name).join(", "))
  await sandbox.rebuild()
  await sandbox.latency(0)
}

/** A sync that the last test left behind may be writing still. */
async function truncate(tables: string, attempts = 5): Promise<void> {
  try {
    await query(`TRUNCATE ${tables} CASCADE`)
  } catch (error) {
    if (attempts === 0 || (error as { code?: string }).code !== DEADLOCK) {
      throw error
    }
    await truncate(tables, attempts - 1)
  }
}

export const bodyOf = ({
  platform,
  external_id,
  access_token,
  username,
  settings,
}: WorldAccount) => ({
  platform,
  external_id,
  access_token,
  username,
  settings,
})

/** Connects an account of the sandbox's world; gives its id. */
export async function connect(
  api: AxiosInstance,
  account: WorldAccount
): Promise<string> {
  const { data } = await api.post("/admin/social-accounts", bodyOf(account))
  return data.social_account.id
}

/** Adds a post of the sandbox's world; gives its id. */
export async function addPost(
  api: AxiosInstance,
  account_id: string,
  post: WorldPost
): Promise<string> {
  const { data } = await api.post("/admin/social-posts", {
    account_id,
    platform_post_id: post.platform_post_id,
    status: "posted",
    caption: post.caption,
    permalink: post.permalink,
    posted_at: post.posted_at,
    media_type: post.media_type,
    media_product_type: post.media_product_type,
  })
  return data.social_post.id
}

export interface Seeded {
  accountId: string
  account: WorldAccount
  posts: (WorldPost & { id: string })[]
}

interface SeedOptions {
  platform: WorldAccount["platform"]
  count: number
  /** Only posts the sandbox made for this situation. */
  trait?: string
}

/** A connected demo account with some of its posts. */
export async function seed(
  api: AxiosInstance,
  { platform, count, trait }: SeedOptions
): Promise<Seeded> {
  const world = await sandbox.world()
  const account = world.accounts.find(
    (one) => one.platform === platform && one.demo
  )
  if (!account) {
    throw new Error(`The sandbox has no demo account of ${platform}.`)
  }
  const wanted = world.posts
    .filter(
      (post) =>
        post.platform === platform &&
        post.account_external_id === account.external_id &&
        (trait ? post.traits.includes(trait) : post.traits.length === 0)
    )
    .slice(0, count)
  const accountId = await connect(api, account)
  const posts: Seeded["posts"] = []
  for (const post of wanted) {
    posts.push({ ...post, id: await addPost(api, accountId, post) })
  }
  return { accountId, account, posts }
}

export async function addProduct(
  api: AxiosInstance,
  title: string
): Promise<string> {
  const { data } = await api.post("/admin/products", {
    title,
    status: "published",
    options: [{ title: "Size", values: ["One size"] }],
    variants: [
      {
        title: "One size",
        options: { Size: "One size" },
        manage_inventory: false,
        prices: [],
      },
    ],
  })
  return data.product.id
}
