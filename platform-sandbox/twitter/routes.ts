import { tweetAnalytics } from "./analytics"
import { Call, EndpointAnswer } from "./call"
import { lookupMany, lookupOne } from "./lookup"
import { mediaMany } from "./media"
import { quoteTweets } from "./quotes"
import { RateLimit } from "./rate-limits"
import { countsRecent, searchAll, searchRecent } from "./search"
import { userMentions, userTimeline } from "./timelines"
import { usageTweets } from "./usage"
import { usersMany, usersMe } from "./users"

export interface Route {
  method: "GET"
  /** Path below the host; `{id}` stands for one segment. */
  path: string
  limit: RateLimit
  /** Token kinds that may call it (§2); other kinds: unsupported-authentication. */
  tokens: ("user" | "app")[]
  /** Scopes a user token needs. */
  scopes: string[]
  handle(call: Call): EndpointAnswer
}

const READ = ["tweet.read", "users.read"]

type RouteRow = [
  path: string,
  limit: RateLimit,
  tokens: "any" | "user" | "app",
  handle: Route["handle"],
]

/** Endpoints with their limits per 15 minutes (§2, §6). Order matters: words before `{id}`. */
const ROWS: RouteRow[] = [
  ["/2/tweets", { app: 3500, user: 5000 }, "any", lookupMany],
  ["/2/tweets/search/recent", { app: 450, user: 300 }, "any", searchRecent],
  ["/2/tweets/search/all", { app: 300, per_second: true }, "app", searchAll],
  ["/2/tweets/counts/recent", { app: 300 }, "any", countsRecent],
  ["/2/tweets/analytics", { app: 300, user: 300 }, "user", tweetAnalytics],
  ["/2/tweets/{id}/quote_tweets", { app: 75, user: 75 }, "any", quoteTweets],
  ["/2/tweets/{id}", { app: 450, user: 900 }, "any", lookupOne],
  ["/2/users", { app: 300, user: 900 }, "any", usersMany],
  ["/2/users/me", { user: 75 }, "user", usersMe],
  ["/2/users/{id}/tweets", { app: 10000, user: 900 }, "any", userTimeline],
  ["/2/users/{id}/mentions", { app: 450, user: 300 }, "any", userMentions],
  // The limit page does not list /2/media: taken as the post lookup's.
  ["/2/media", { app: 3500, user: 5000 }, "any", mediaMany],
  ["/2/usage/tweets", { app: 50 }, "app", usageTweets],
]

const KINDS: Record<RouteRow[2], Route["tokens"]> = {
  any: ["user", "app"],
  user: ["user"],
  app: ["app"],
}

export const ROUTES: Route[] = ROWS.map(([path, limit, tokens, handle]) => ({
  method: "GET",
  path,
  limit,
  tokens: KINDS[tokens],
  scopes: path === "/2/media" ? ["tweet.read"] : READ,
  handle,
}))

/** The route of a path and its `{id}`. */
export function findRoute(
  raw_path: string
): { route: Route; id: string } | undefined {
  const segments = raw_path.split("/")
  for (const route of ROUTES) {
    const pattern = route.path.split("/")
    let id = ""
    const fits =
      pattern.length === segments.length &&
      pattern.every((part, i) => {
        if (part === "{id}") {
          id = segments[i] ?? ""
          return id !== ""
        }
        return part === segments[i]
      })
    if (fits) {
      return { route, id }
    }
  }
  return undefined
}
