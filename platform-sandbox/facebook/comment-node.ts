import { unit } from "../core/hash"
import { invalidParameter } from "../meta/errors"
import { EdgeCall, GraphContext, NodeType } from "../meta/graph"
import { scalar, struct } from "../meta/graph"
import { renderList } from "../meta/paging"
import { commentAt, commentCount, commentsAt } from "../meta/threads"
import { isReply, ThreadComment } from "../meta/threads"
import { graphTime } from "../meta/time"
import { requireUserContent } from "./access"
import { FacebookPost } from "./model"

export interface FacebookComment extends ThreadComment {
  id: string
  post: FacebookPost
}

/** `<post number>_55<number>`: the id names its post, so none must be stored. */
export function commentId(post: FacebookPost, number: number): string {
  return `${post.number}_55${String(number).padStart(7, "0")}`
}

export function findComment(
  id: string,
  seed: number,
  now: number,
  postOf: (number: string) => FacebookPost | undefined
): FacebookComment | undefined {
  const match = /^(\d+)_55(\d{7})$/.exec(id)
  const post = match?.[1] ? postOf(match[1]) : undefined
  const number = Number(match?.[2])
  return post && number < commentCount(post, now)
    ? { ...commentAt(seed, post, number), id, post }
    : undefined
}

/** Some comments count and are never shown: privacy, deletion. */
const isPrivate = (seed: number, post: FacebookPost, n: number) =>
  n >= 10 && unit(seed, post.id, "private", n) < 0.03

const FILTERS = ["toplevel", "stream"]
const ORDERS = ["chronological", "reverse_chronological"]

function check(name: string, value: string | undefined, allowed: string[]) {
  if (value !== undefined && !allowed.includes(value)) {
    throw invalidParameter(
      `${name} must be one of the following values: ${allowed.join(", ")}`
    )
  }
}

const wantsSummary = (call: EdgeCall) =>
  ["true", "1", "total_count"].includes(call.params.summary ?? "")

function countOf(
  seed: number,
  post: FacebookPost,
  stream: boolean,
  parent: number | undefined,
  now: number
): number {
  const all = commentCount(post, now)
  if (stream && parent === undefined) {
    return all
  }
  let count = 0
  for (let n = 0; n < all; n++) {
    const reply = isReply(seed, post, n)
    const wanted =
      parent === undefined
        ? !reply
        : reply && commentAt(seed, post, n).parent === parent
    count += wanted ? 1 : 0
  }
  return count
}

/** Comments of a post, or replies of a comment (facebook §6). */
export function comments(
  post: FacebookPost,
  parent: number | undefined,
  path: string,
  context: GraphContext,
  call: EdgeCall
) {
  const { filter, order } = call.params
  check("filter", filter, FILTERS)
  check("order", order, ORDERS)
  const stream = filter === "stream"
  const summary = (total_count: number, can_comment: boolean) =>
    wantsSummary(call)
      ? {
          summary: {
            order: order ?? (stream ? "chronological" : "ranked"),
            total_count,
            can_comment,
          },
        }
      : {}
  // A user token sees nothing, and no error says so.
  if (context.token.family !== "PAGE") {
    return { data: [], ...summary(0, false) }
  }
  requireUserContent(context)
  const { seed } = context.environment
  const total = countOf(seed, post, stream, parent, context.now)
  if (call.params.limit === "0") {
    return { data: [], ...summary(total, true) }
  }
  const list = commentsAt(seed, post, context.now)
    .filter(
      (comment) =>
        !isPrivate(seed, post, comment.number) &&
        ((stream && parent === undefined) || comment.parent === parent)
    )
    .map((comment) => ({
      ...comment,
      id: commentId(post, comment.number),
      post,
    }))
  if (order === "reverse_chronological") {
    list.reverse()
  }
  const page = renderList(list, call, context, {
    path,
    account_id: post.page.id,
    type: commentType,
    idOf: (comment) => comment.id,
    default_limit: 25,
    max_limit: 100,
    over: "clamp",
  })
  return { ...page, ...summary(total, true) }
}

/** Most people are not named to apps; the Page itself is. */
function authorOf(comment: FacebookComment, seed: number) {
  const { post } = comment
  if (comment.parent !== undefined && unit(seed, comment.id, "own") < 0.4) {
    return { id: post.page.id, name: post.page.name }
  }
  return unit(seed, comment.id, "named") < 0.15
    ? { id: comment.author_id, name: comment.author }
    : undefined
}

export const commentType: NodeType<FacebookComment> = {
  name: "Comment",
  label: "{comment-id}",
  defaults: ["created_time", "from", "message", "id"],
  fields: {
    id: scalar((comment) => comment.id),
    message: scalar((comment) => comment.text),
    created_time: scalar((comment) => graphTime(comment.at)),
    from: struct(["id", "name"], (comment, { environment }) =>
      authorOf(comment, environment.seed)
    ),
    like_count: scalar((comment, { environment }) =>
      Math.floor(unit(environment.seed, comment.id, "likes") ** 3 * 9)
    ),
    comment_count: scalar((comment, { environment, now }) =>
      comment.parent === undefined
        ? countOf(environment.seed, comment.post, false, comment.number, now)
        : 0
    ),
    parent: struct(
      ["id", "created_time", "message"],
      (comment, { environment }) => {
        if (comment.parent === undefined) {
          return undefined
        }
        const { post } = comment
        const parent = commentAt(environment.seed, post, comment.parent)
        return {
          created_time: graphTime(parent.at),
          message: parent.text,
          id: commentId(post, parent.number),
        }
      }
    ),
    is_hidden: scalar(
      (comment, { environment }) =>
        unit(environment.seed, comment.id, "hidden") < 0.02
    ),
    permalink_url: scalar(
      ({ post, id }) =>
        `https://www.facebook.com/${post.page.id}/posts/${post.number}/` +
        `?comment_id=${id.split("_")[1]}`
    ),
    attachment: struct(["type", "url"], () => undefined),
  },
  edges: {
    comments: {
      call: (comment, context, call) =>
        comments(
          comment.post,
          comment.number,
          `${comment.id}/comments`,
          context,
          call
        ),
    },
  },
}
