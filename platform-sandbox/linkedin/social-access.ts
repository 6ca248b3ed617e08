import { Call, denied, ownPost } from "./call"
import { LiPost } from "./model"
import { hasRole } from "./token"
import { urnType } from "./urn"

/** Roles that open a page's comments and reactions (§2). */
const FEED_ROLES = ["ADMINISTRATOR", "DIRECT_SPONSORED_CONTENT_POSTER"] as const

function opensPage(call: Call, organization?: string): boolean {
  const { token } = call
  return (
    token.scopes.includes("r_organization_social_feed") &&
    hasRole(token, FEED_ROLES, organization)
  )
}

function opensMember(call: Call): boolean {
  const { scopes } = call.token
  // Some products read the unversioned counters with a member's token (§5);
  // that the posting scope is enough for it is unverified.
  const legacy = !call.version && scopes.includes("w_member_social")
  return legacy || scopes.includes("r_member_social_feed")
}

/**
 * Comments, reactions and socialMetadata of a page need the social feed scope
 * and the role; of a member they need a scope that is closed to new apps (§2).
 * Without an author: whether the token opens any at all.
 */
export function requireSocialFeed(
  call: Call,
  method: string,
  author?: string
): void {
  const type = author === undefined ? undefined : urnType(author)
  const page = type !== "person" && opensPage(call, author)
  const member = type !== "organization" && opensMember(call)
  if (!page && !member) {
    throw denied(call, method)
  }
}

/** The post of a URN of a share, ugcPost, activity or comment. */
export function postOfTarget(call: Call, urn: string, method: string): LiPost {
  requireSocialFeed(call, method)
  const activity = /^urn:li:comment:\((.+),\d+\)$/.exec(urn)?.[1]
  const post = ownPost(call, activity ?? urn, method)
  requireSocialFeed(call, method, post.author)
  return post
}
