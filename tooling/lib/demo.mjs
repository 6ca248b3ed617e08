import { join } from "node:path"
import { readJson, writeJson } from "./json-file.mjs"
import { log } from "./log.mjs"
import { DATA } from "./paths.mjs"

const PARALLEL = 8

/**
 * Posts that were added once, per account of the store. The store alone cannot
 * tell: an edited X post goes by a new id, and a removed one should stay away.
 */
const ADDED = join(DATA, "demo-posts.json")

/** Brings the sandbox's demo accounts and their posts into the store. */
export async function connectDemo(admin, world) {
  const accounts = world.accounts.filter((account) => account.demo)
  const ids = await connectAccounts(admin, accounts)
  const posts = world.posts.filter((post) => ids.has(accountKey(post)))
  const added = await addPosts(admin, posts, ids)
  log(
    `Demo: ${accounts.length} accounts connected, ${added.length} posts added, ${posts.length - added.length} there already`
  )
}

const key = (platform, id) => `${platform} ${id}`
const accountKey = (post) => key(post.platform, post.account_external_id)

async function connectAccounts(admin, wanted) {
  const rows = await admin.list("/admin/social-accounts", "social_accounts")
  const known = new Map(
    rows.map((row) => [key(row.platform, row.external_id), row])
  )
  const mine = new Map()
  for (const account of wanted) {
    const name = key(account.platform, account.external_id)
    const row = known.get(name)
    mine.set(name, row?.id ?? (await connect(admin, account)))
    if (row && isFromDemo(row)) {
      await giveToken(admin, row, account)
    }
  }
  return mine
}

/** Not connected by a person since, nor taken away. */
const isFromDemo = ({ connection_flow, status }) =>
  !connection_flow && status !== "disconnected"

/** Platforms that were started anew know nothing of tokens renewed before. */
const giveToken = (admin, { id, status }, { access_token }) =>
  admin.post(`/admin/social-accounts/${id}`, {
    access_token,
    ...(status === "paused" ? { status } : {}),
  })

async function connect(admin, account) {
  const { platform, external_id, access_token, username, settings } = account
  const { social_account } = await admin.post("/admin/social-accounts", {
    platform,
    external_id,
    access_token,
    username,
    settings,
  })
  return social_account.id
}

async function addPosts(admin, posts, ids) {
  const added = readJson(ADDED)
  const idOf = (post) => ids.get(accountKey(post))
  const known = await admin.list("/admin/social-posts", "social_posts")
  const there = new Set([
    ...known.map((post) =>
      key(post.account_id ?? post.account?.id, post.platform_post_id)
    ),
    ...Object.entries(added).flatMap(([account, list]) =>
      list.map((id) => key(account, id))
    ),
  ])
  const missing = posts.filter(
    (post) => !there.has(key(idOf(post), post.platform_post_id))
  )
  const queue = [...missing]
  const worker = async () => {
    for (let post = queue.shift(); post; post = queue.shift()) {
      await add(admin, asInput(post, idOf(post)))
      const list = (added[idOf(post)] ??= [])
      list.push(post.platform_post_id)
    }
  }
  try {
    await Promise.all(Array.from({ length: PARALLEL }, worker))
  } finally {
    writeJson(ADDED, added)
  }
  return missing
}

/** The store imports posts of connected accounts by itself and may be faster. */
async function add(admin, input) {
  try {
    await admin.post("/admin/social-posts", input)
  } catch (error) {
    if (error.status !== 400 || !/already stored/.test(error.message)) {
      throw error
    }
  }
}

function asInput(post, account_id) {
  return {
    account_id,
    platform_post_id: post.platform_post_id,
    status: "posted",
    caption: post.caption,
    permalink: post.permalink,
    posted_at: post.posted_at,
    media_type: post.media_type,
    media_product_type: post.media_product_type,
  }
}
