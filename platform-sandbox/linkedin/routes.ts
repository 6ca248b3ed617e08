import { Call, EndpointAnswer } from "./call"
import * as followers from "./followers"
import { memberPostAnalytics, memberVideoAnalytics } from "./member-analytics"
import { organizationAcls } from "./organization-acls"
import { organization, organizations } from "./organizations"
import { pageStatistics } from "./page-views"
import { onePost, posts } from "./posts"
import { me, userinfo } from "./profiles"
import { reactions } from "./reactions"
import { shareStatistics } from "./share-statistics"
import { comments, socialActions } from "./social-actions"
import { manyMetadata, oneMetadata } from "./social-metadata"
import { videoAnalytics } from "./video-analytics"

export interface Route {
  /** `{…}` stands for one segment of the path. */
  path: string
  handle(call: Call): EndpointAnswer
}

/** Endpoints (§4). Only paths below `/rest` are versioned. */
export const ROUTES: Route[] = [
  { path: "/rest/posts", handle: posts },
  { path: "/rest/posts/{urn}", handle: onePost },
  {
    path: "/rest/organizationalEntityShareStatistics",
    handle: shareStatistics,
  },
  { path: "/rest/socialMetadata", handle: manyMetadata },
  { path: "/rest/socialMetadata/{urn}", handle: oneMetadata },
  { path: "/rest/socialActions/{urn}", handle: socialActions },
  { path: "/v2/socialActions/{urn}", handle: socialActions },
  { path: "/rest/socialActions/{urn}/comments", handle: comments },
  { path: "/rest/reactions/{entity}", handle: reactions },
  { path: "/rest/memberCreatorPostAnalytics", handle: memberPostAnalytics },
  { path: "/rest/memberCreatorVideoAnalytics", handle: memberVideoAnalytics },
  { path: "/rest/memberFollowersCount", handle: followers.memberFollowers },
  { path: "/rest/networkSizes/{urn}", handle: followers.networkSize },
  {
    path: "/rest/organizationalEntityFollowerStatistics",
    handle: followers.followerStatistics,
  },
  {
    path: "/rest/organizationPageStatistics",
    handle: pageStatistics,
  },
  { path: "/rest/videoAnalytics", handle: videoAnalytics },
  { path: "/rest/organizations", handle: organizations },
  { path: "/rest/organizations/{id}", handle: organization },
  { path: "/rest/organizationAcls", handle: organizationAcls },
  { path: "/rest/me", handle: me },
  { path: "/v2/userinfo", handle: userinfo },
]

/** The route of a path and its raw parameter. */
export function findRoute(
  raw_path: string
): { route: Route; raw_key: string } | undefined {
  const segments = raw_path.split("/")
  for (const route of ROUTES) {
    const pattern = route.path.split("/")
    let raw_key = ""
    const fits =
      pattern.length === segments.length &&
      pattern.every((part, i) => {
        if (part.startsWith("{")) {
          raw_key = segments[i] ?? ""
          return raw_key !== ""
        }
        return part === segments[i]
      })
    if (fits) {
      return { route, raw_key }
    }
  }
  return undefined
}
