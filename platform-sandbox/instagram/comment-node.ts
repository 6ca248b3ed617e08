import { unit } from "../core/hash"
import { EdgeCall, GraphContext } from "../meta/graph"
import { NodeType, scalar, struct } from "../meta/graph"
import { renderList } from "../meta/paging"
import { commentAt, commentCount } from "../meta/threads"
import { commentsAt, ThreadComment } from "../meta/threads"
import { graphTime } from "../meta/time"
import { canReadAuthors } from "./access"
import { InstagramMedia } from "./model"

export interface InstagramComment extends ThreadComment {
  id: string
  media: InstagramMedia
}

const PREFIX = "180"

/** Comment ids name their media and number, so that none must be stored. */
export function commentId(media: InstagramMedia, number: number): string {
  const post = String(media.index).padStart(8, "0")
  return `${PREFIX}${post}${String(number).padStart(6, "0")}`
}

export function findComment(
  id: string,
  seed: number,
  now: number,
  mediaAt: (index: number) => InstagramMedia | undefined
): InstagramComment | undefined {
  if (!/^180\d{14}$/.test(id)) {
    return undefined
  }
  const media = mediaAt(Number(id.slice(3, 11)))
  const number = Number(id.slice(11))
  return media && number < commentCount(media, now)
    ? { ...commentAt(seed, media, number), id, media }
    : undefined
}

function list(
  media: InstagramMedia,
  parent: number | undefined,
  path: string,
  context: GraphContext,
  call: EdgeCall
) {
  const { seed } = context.environment
  const comments = commentsAt(seed, media, context.now)
    .filter((comment) => comment.parent === parent)
    .map((comment) => ({
      ...comment,
      id: commentId(media, comment.number),
      media,
    }))
  // Comments newest first (v3.2+); replies in the order they were written.
  const ordered = parent === undefined ? comments.reverse() : comments
  return renderList(ordered, call, context, {
    path,
    account_id: media.account.id,
    type: commentType,
    idOf: (comment) => comment.id,
    default_limit: 25,
    max_limit: 50,
    over: "clamp",
    bare_end: true,
  })
}

/** `GET /{ig-media-id}/comments`: top level only. */
export const mediaComments = (
  media: InstagramMedia,
  context: GraphContext,
  call: EdgeCall
) => list(media, undefined, `${media.id}/comments`, context, call)

const author = (comment: InstagramComment, context: GraphContext) =>
  canReadAuthors(context) ? comment.author : undefined

/** Comment fields (instagram §5). */
export const commentType: NodeType<InstagramComment> = {
  name: "IGComment",
  label: "{comment-id}",
  defaults: ["timestamp", "text", "id"],
  fields: {
    id: scalar((comment) => comment.id),
    text: scalar((comment) => comment.text),
    timestamp: scalar((comment) => graphTime(comment.at)),
    username: scalar(author),
    from: struct(["id", "username"], (comment, context) =>
      author(comment, context)
        ? { id: comment.author_id, username: comment.author }
        : undefined
    ),
    // Only set for comments the app user wrote; this world has none.
    user: struct(["id"], () => undefined),
    like_count: scalar((comment, { environment }) =>
      Math.floor(unit(environment.seed, comment.id, "likes") ** 3 * 12)
    ),
    hidden: scalar(
      (comment, { environment }) =>
        unit(environment.seed, comment.id, "hidden") < 0.02
    ),
    parent_id: scalar((comment) =>
      comment.parent === undefined
        ? undefined
        : commentId(comment.media, comment.parent)
    ),
    media: struct(
      ["id", "media_product_type"],
      ({ media }) => ({ id: media.id, media_product_type: media.product }),
      ["id"]
    ),
    legacy_instagram_comment_id: scalar((comment) =>
      comment.id.replace(PREFIX, "178")
    ),
  },
  edges: {
    replies: {
      call: (comment, context, call) => {
        const replies = list(
          comment.media,
          comment.number,
          `${comment.id}/replies`,
          context,
          call
        )
        // Expanded, a comment without replies has no `replies` at all.
        return context.depth > 0 && !replies.data.length ? undefined : replies
      },
    },
  },
}
