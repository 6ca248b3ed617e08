import {
  SandboxPlatform,
  SandboxPlatformFactory,
  WorldPost,
} from "../core/types"
import { LiPost } from "./model"
import { LiOAuth, WEBSITE } from "./oauth"
import { LiGrants } from "./oauth/grants"
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
 * `truth("people")` answers who can be chosen in the dialog, with their pages.
 */
const createLinkedIn: SandboxPlatformFactory = (
  environment,
  options
): SandboxPlatform => {
  const world = new LiWorld(environment, options)
  const situation = defaultSituation()
  const grants = new LiGrants(world)
  const oauth = new LiOAuth(world, situation, grants)
  const router = new LiRouter(world, situation, grants)
  return {
    name: "linkedin",
    hosts: ["api.linkedin.com", WEBSITE],
    accounts: () => world.accounts.map(({ account }) => account),
    posts: () => [...world.posts.values()].map(toWorldPost),
    truth: (id) =>
      id === "people"
        ? { people: world.people }
        : truthOf(world, situation, id),
    set: (change) => applyChange(world, router, change),
    handle: (host, request) =>
      oauth.handle(host, request) ?? router.handle(host, request),
  }
}

export default createLinkedIn
