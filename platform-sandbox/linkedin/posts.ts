import { batchOf } from "./batch"
import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { LiPost } from "./model"
import { paramNotAllowed } from "./refusals"
import { requireUrn, requireUrnList, urnId } from "./urn"

const TYPES = ["share", "ugcPost"]
const SCOPE = "r_organization_social"

function contentOf(post: LiPost): Record<string, unknown> | undefined {
  const id = urnId(post.urn)
  switch (post.media) {
    case "image":
    case "video":
      return { media: { id: `urn:li:${post.media}:C4D${id}` } }
    case "article":
      return {
        article: { source: `https://shop.example/${id}`, title: post.text },
      }
    default:
      return undefined
  }
}

/** A post (§4); times are epoch milliseconds. */
function render(post: LiPost): Record<string, unknown> {
  const content = contentOf(post)
  return {
    id: post.urn,
    author: post.author,
    commentary: post.text,
    visibility: "PUBLIC",
    lifecycleState: post.lifecycle ?? "PUBLISHED",
    createdAt: post.posted_ms,
    publishedAt: post.posted_ms,
    lastModifiedAt: post.posted_ms,
    distribution: {
      feedDistribution: "MAIN_FEED",
      targetEntities: [],
      thirdPartyDistributionChannels: [],
    },
    ...(content ? { content } : {}),
    ...(post.traits.includes("dsc") ? { adContext: { isDsc: true } } : {}),
    lifecycleStateInfo: { isEditedByAuthor: false },
    isReshareDisabledByAuthor: false,
  }
}

/** A post of a page that the caller administers. */
function pagePost(call: Call, urn: string, method: string): LiPost {
  const post = calls.ownPost(call, urn, method)
  calls.requireOrganisation(call, SCOPE, method, post.author)
  return post
}

/** P1: one post. A deleted one is 404. */
export function onePost(call: Call): EndpointAnswer {
  calls.requireMethod(call, "GET")
  calls.allowParams(call, ["viewContext"])
  calls.requireOrganisation(call, SCOPE, "GET")
  const urn = requireUrn("urn", call.key, TYPES)
  return { body: render(pagePost(call, urn, "GET")), ids: [urn] }
}

/** P2: an author's posts. Deleted ones vanish without a trace. */
function byAuthor(call: Call): EndpointAnswer {
  const method = "FINDER-author"
  calls.requireMethod(call, "FINDER")
  calls.allowParams(call, [
    "q",
    "author",
    "count",
    "start",
    "sortBy",
    "viewContext",
    "isDsc",
  ])
  calls.oneOf(call, "q", ["author"])
  if (call.params.sortBy !== undefined) {
    calls.oneOf(call, "sortBy", ["LAST_MODIFIED", "CREATED"])
  }
  const author = requireUrn("author", call.params.author, [
    "organization",
    "person",
  ])
  // A member's own posts need r_member_social, which is closed to new apps.
  calls.requireOrganisation(call, SCOPE, method, author)
  const count = calls.integer(call, "count", 10, 100)
  const start = calls.integer(call, "start", 0, Number.MAX_SAFE_INTEGER)
  const posts = call.world.postsOf(author)
  const elements = posts.slice(start, start + count).map(render)
  // Pages hang on positions: what appears now moves all others.
  call.world.publish(author, call.world.organization(author)?.posts_per_page)
  const total = call.situation.list_totals ? posts.length : undefined
  return { body: calls.paged(elements, start, count, total) }
}

/** P3: several posts (BATCH_GET). */
function batch(call: Call): EndpointAnswer {
  calls.allowParams(call, ["ids", "viewContext"])
  const urns = requireUrnList("ids", call.params.ids, TYPES)
  calls.requireOrganisation(call, SCOPE, "BATCH_GET")
  const read = (urn: string) => render(pagePost(call, urn, "BATCH_GET"))
  return { body: batchOf(call, urns, read), ids: urns }
}

export function posts(call: Call): EndpointAnswer {
  if (call.params.q !== undefined) {
    return byAuthor(call)
  }
  if (call.params.ids === undefined) {
    throw paramNotAllowed("(none): q=author or ids is needed")
  }
  return batch(call)
}
