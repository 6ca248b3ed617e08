import type { Sandbox, WorldAccount, WorldPost } from "../../platform-sandbox"
import type SocialPostsModuleService from "../../src/modules/social-posts/service"

/** What of a sandbox's world goes into the store. Default: all demo accounts. */
export interface SeedChoice {
  platforms?: readonly WorldAccount["platform"][]
  accounts?: (account: WorldAccount) => boolean
  posts?: (post: WorldPost) => boolean
}

export interface SeededAccount {
  id: string
  platform: WorldAccount["platform"]
  external_id: string
  posts: number
}

/** How many rows one statement of the seeding carries. */
const ROWS = 500

/** Connects accounts of a sandbox and stores their posts, ready to be synced. */
export async function seedStore(
  service: SocialPostsModuleService,
  world: Pick<Sandbox["world"], "accounts" | "posts">,
  choice: SeedChoice = {}
): Promise<SeededAccount[]> {
  const known = await service.listPlatforms()
  const wanted =
    choice.platforms ?? known.map(({ identifier }) => identifier as never)
  const accounts = world
    .accounts()
    .filter(({ platform }) => wanted.includes(platform))
    .filter(choice.accounts ?? (({ demo }) => demo))
  const seeded: SeededAccount[] = []
  for (const account of accounts) {
    const { platform, external_id, access_token, settings } = account
    const sealed = await service.checkAccount({
      platform,
      external_id,
      access_token,
      settings,
    })
    const id = await service.storeAccount(sealed)
    const posts = world
      .posts()
      .filter((post) => isOf(post, account) && (choice.posts?.(post) ?? true))
    await storePosts(service, id, posts)
    seeded.push({ id, platform, external_id, posts: posts.length })
  }
  return seeded
}

const isOf = (post: WorldPost, account: WorldAccount) =>
  post.platform === account.platform &&
  post.account_external_id === account.external_id

/** Stores posts of the world for an account, ready to be synced. */
export async function storePosts(
  service: SocialPostsModuleService,
  account_id: string,
  posts: readonly WorldPost[]
): Promise<void> {
  for (let start = 0; start < posts.length; start += ROWS) {
    await service.createSocialPosts(
      posts.slice(start, start + ROWS).map((post) => ({
        account_id,
        platform: post.platform,
        platform_post_id: post.platform_post_id,
        status: "posted" as const,
        caption: post.caption,
        permalink: post.permalink,
        media_type: post.media_type,
        media_product_type: post.media_product_type,
        posted_at: new Date(post.posted_at),
      }))
    )
  }
}
