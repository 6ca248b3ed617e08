import {
  SandboxPlatform,
  SandboxPlatformFactory,
  WorldPost,
} from "../core/types"
import { LiPost } from "./model"
import { LiRouter } from "./router"
import { defaultSituation } from "./situation"
import { applyChange } from "./switches"
import { truthOf } from "./truth"
import { LiWorld } from "./world"

function toWorldPost(post: LiPost): WorldPost {
  const traits = post.traits.filter((trait) => trait !== "deleted")
  return {
    platform: "linkedin",
    account_external_id: post.author,
    platform_post_id: post.urn,
    media_type: post.media,
    media_product_type: post.kind,
    caption: post.text,
    permalink: `https://www.linkedin.com/feed/update/${post.urn}/`,
    posted_at: new Date(post.posted_ms).toISOString(),
    traits: post.deleted ? [...traits, "deleted"] : traits,
  }
}

/**
 * Stand-in for LinkedIn's Community Management API, state November 2026
 * (learn.microsoft.com/linkedin). Section signs (§) in this folder name sections
 * of the project's reference sheet of the platform; so do P1, S3, G1 and so on.
 */
const createLinkedIn: SandboxPlatformFactory = (
  environment,
  options
): SandboxPlatform => {
  const world = new LiWorld(environment, options)
  const router = new LiRouter(world, defaultSituation())
  return {
    name: "linkedin",
    // www answers 404 until the sandbox has OAuth pages.
    hosts: ["api.linkedin.com", "www.linkedin.com"],
    accounts: () => world.accounts.map(({ account }) => account),
    posts: () => [...world.posts.values()].map(toWorldPost),
    truth: (urn) => truthOf(world, router.situation, urn),
    set: (change) => applyChange(world, router, change),
    handle: (host, request) => router.handle(host, request),
  }
}

export default createLinkedIn
