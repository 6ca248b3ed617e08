import {
  SandboxPlatform,
  SandboxPlatformFactory,
  WorldPost,
} from "../core/types"
import { XPost } from "./model"
import { WEBSITE, XOAuth } from "./oauth"
import { XGrants } from "./oauth/grants"
import { RateLimiter } from "./rate-limits"
import { XRouter } from "./router"
import { defaultSituation } from "./situation"
import { Spend } from "./spend"
import { applyChange } from "./switches"
import { truthOf } from "./truth"
import { XWorld } from "./world"

/** A post as its account holder knows it: by the id it was published under. */
function toWorldPost(world: XWorld, post: XPost): WorldPost {
  const id = post.history[0] ?? post.id
  const { username = "i" } = world.users.get(post.author_id) ?? {}
  const traits = post.traits.filter((trait) => trait !== "deleted")
  return {
    platform: "twitter",
    account_external_id: post.account ?? post.author_id,
    platform_post_id: id,
    media_type: post.kind === "text" ? null : post.kind,
    media_product_type: null,
    caption: post.text,
    permalink: `https://x.com/${username}/status/${id}`,
    posted_at: new Date(post.posted_ms).toISOString(),
    traits: post.deleted ? [...traits, "deleted"] : traits,
  }
}

/**
 * Stand-in for the X API v2, state November 2026 (docs.x.com, OpenAPI 2.167).
 * Section signs (§) in this folder name sections of the project's reference
 * sheet of the platform. `truth("spend")` answers the cost counter.
 */
const createTwitter: SandboxPlatformFactory = (
  environment,
  options
): SandboxPlatform => {
  const world = new XWorld(environment, options)
  const owner = world.accounts[0]?.account.external_id ?? null
  const situation = defaultSituation(owner)
  const spend = new Spend()
  const grants = new XGrants(world)
  const oauth = new XOAuth(world, situation, grants)
  const limiter = new RateLimiter()
  const router = new XRouter(world, situation, spend, limiter, grants)
  return {
    name: "twitter",
    hosts: ["api.x.com", WEBSITE],
    accounts: () => world.accounts.map(({ account }) => account),
    posts: () => world.listed.map((post) => toWorldPost(world, post)),
    truth: (id) => (id === "spend" ? spend.summary() : truthOf(world, id)),
    set: (change) => applyChange(world, router, change),
    handle: (host, request) =>
      oauth.handle(host, request) ?? router.handle(request),
  }
}

export default createTwitter
