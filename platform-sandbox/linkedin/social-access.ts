import { Call, denied, ownPost } from "./call"
import { LiPost } from "./model"
import { notFound } from "./refusals"

/**
 * Comments, reactions and socialMetadata of a page need the social feed scope
 * and the role; of a member they need a scope that is closed to new apps (§2).
 */
export function requireSocialFeed(call: Call, method: string): void {
  const { account, kind, role } = call.account
  const scope =
    kind === "organization"
      ? "r_organization_social_feed"
      : "r_member_social_feed"
  // Some products read the unversioned counters with a member's token (§5);
  // that the posting scope is enough for it is unverified.
  const legacy =
    !call.version &&
    kind === "member" &&
    account.scopes.includes("w_member_social")
  if (legacy) {
    return
  }
  const role_missing = kind === "organization" && role !== "ADMINISTRATOR"
  if (!account.scopes.includes(scope) || role_missing) {
    throw denied(call, method)
  }
}

/** The post of a URN of a share, ugcPost, activity or comment. */
export function postOfTarget(call: Call, urn: string, method: string): LiPost {
  const activity = /^urn:li:comment:\((.+),\d+\)$/.exec(urn)?.[1]
  const post = ownPost(call, activity ?? urn, method)
  if (!post) {
    throw notFound(urn)
  }
  return post
}
