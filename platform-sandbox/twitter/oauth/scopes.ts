/**
 * Scopes X knows
 * (https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code).
 */
export const SCOPES = [
  "tweet.read",
  "tweet.write",
  "tweet.moderate.write",
  "users.email",
  "users.read",
  "follows.read",
  "follows.write",
  "offline.access",
  "space.read",
  "mute.read",
  "mute.write",
  "like.read",
  "like.write",
  "list.read",
  "list.write",
  "block.read",
  "block.write",
  "bookmark.read",
  "bookmark.write",
  "dm.read",
  "dm.write",
  "media.write",
]

/** Without it there is no refresh token (§7). */
export const OFFLINE = "offline.access"
