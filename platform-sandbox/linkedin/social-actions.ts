import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { commentsAt } from "./comments"
import { LiComment, LiPost } from "./model"
import { numbersAt } from "./numbers"
import { notFound } from "./refusals"
import { postOfTarget } from "./social-access"
import { requireUrn, urnType } from "./urn"

const TARGETS = ["share", "ugcPost", "activity", "comment"]

const all = (call: Call, post: LiPost) =>
  commentsAt(call.world.seed, post, call.world.now_ms())

function requireComment(call: Call, post: LiPost, urn: string): LiComment {
  const comment = all(call, post).find((one) => one.urn === urn)
  if (!comment) {
    throw notFound(urn)
  }
  return comment
}

function summaries(likes: number, first_level: number, comments: number) {
  return {
    likesSummary: {
      totalLikes: likes,
      aggregatedTotalLikes: likes,
      selectedLikes: [],
      likedByCurrentUser: false,
    },
    commentsSummary: {
      totalFirstLevelComments: first_level,
      aggregatedTotalComments: comments,
      selectedComments: [],
    },
  }
}

/** A1: counters in the older shape, also below `/v2` (§4). */
export function socialActions(call: Call): EndpointAnswer {
  calls.requireMethod(call, "GET")
  calls.allowParams(call, [])
  const urn = requireUrn("urn", call.key, TARGETS)
  const post = postOfTarget(call, urn, "GET")
  if (urnType(urn) === "comment") {
    requireComment(call, post, urn)
    const replies = all(call, post).filter((one) => one.parent === urn).length
    return { body: { ...summaries(0, replies, replies), target: urn } }
  }
  const numbers = numbersAt(call.world.seed, post, call.world.now_ms())
  const { likes, top_comments, comments } = numbers
  const counters = summaries(likes, top_comments, comments)
  return { body: { ...counters, target: urn }, ids: [urn] }
}

/** A comment; the shape is unverified (§5, C1). */
function render(post: LiPost, comment: LiComment, replies: number) {
  const { id, urn, actor, posted_ms, parent } = comment
  const stamp = { actor, time: posted_ms }
  return {
    id,
    commentUrn: urn,
    actor,
    object: post.activity_urn,
    message: { text: comment.text, attributes: [] },
    created: stamp,
    lastModified: stamp,
    ...summaries(0, replies, replies),
    ...(parent === undefined ? {} : { parentComment: parent }),
  }
}

/**
 * C1: the first level of a post, or the thread of a comment. Offset paging over
 * a list that is newest first: what comes between two pages shifts the next one.
 */
export function comments(call: Call): EndpointAnswer {
  calls.requireMethod(call, "GET_ALL")
  calls.allowParams(call, ["start", "count"])
  const urn = requireUrn("urn", call.key, TARGETS)
  const post = postOfTarget(call, urn, "GET_ALL")
  const start = calls.integer(call, "start", 0, Number.MAX_SAFE_INTEGER)
  const count = calls.integer(call, "count", 10, 100)
  const parent = urnType(urn) === "comment" ? urn : undefined
  if (parent !== undefined) {
    requireComment(call, post, parent)
  }
  const known = all(call, post)
  const replies = new Map<string, number>()
  for (const one of known) {
    if (one.parent !== undefined) {
      replies.set(one.parent, (replies.get(one.parent) ?? 0) + 1)
    }
  }
  const list = known.filter((one) => one.parent === parent)
  const elements = list
    .slice(start, start + count)
    .map((one) => render(post, one, replies.get(one.urn) ?? 0))
  addComments(call, post)
  return {
    body: calls.paged(elements, start, count, list.length),
    ids: [urn],
  }
}

/** Comments that were ordered to appear between two pages. */
function addComments(call: Call, post: LiPost): void {
  for (let i = 0; i < post.insert_per_page; i++) {
    post.added_comments.push(call.world.now_ms())
  }
}
