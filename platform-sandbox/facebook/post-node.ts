import { GraphError } from "../meta/errors"
import { Field, GraphContext, NodeType } from "../meta/graph"
import { scalar, struct } from "../meta/graph"
import { Visibility } from "../meta/situations"
import { graphTime } from "../meta/time"
import { comments } from "./comment-node"
import { numbersOf } from "./metrics"
import { FacebookPost, has, isVideo } from "./model"
import { postInsights } from "./post-insights"
import { reactions } from "./reactions"
import { textOf } from "./texts"

const STATUS: Record<FacebookPost["kind"], string> = {
  photo: "added_photos",
  status: "mobile_status_update",
  link: "shared_story",
  video: "added_video",
  reel: "added_video",
}

const is = (
  what: Visibility,
  post: FacebookPost,
  { situations }: GraphContext
) => situations.visibility(post.id) === what

export function permalinkOf(post: FacebookPost): string {
  // A reel's link does not show that there is a post around it.
  return post.kind === "reel"
    ? `https://www.facebook.com/reel/${post.video_id}/`
    : `https://www.facebook.com/${post.page.id}/posts/${post.number}`
}

const picture = (post: FacebookPost) =>
  post.kind === "status"
    ? undefined
    : `https://scontent.xx.fbcdn.net/v/t39.30808-6/${post.number}_n.jpg`

function attachments(post: FacebookPost) {
  if (post.kind === "status") {
    return undefined
  }
  const kind = isVideo(post)
    ? { media_type: "video", type: "video_inline" }
    : post.kind === "link"
      ? { media_type: "link", type: "share" }
      : { media_type: "photo", type: "photo" }
  const target_id = post.video_id ?? post.number
  return {
    data: [
      {
        ...kind,
        title: post.page.name,
        url: permalinkOf(post),
        media: {
          image: { height: 720, src: picture(post), width: 720 },
          ...(isVideo(post)
            ? { source: `https://video.xx.fbcdn.net/v/${post.video_id}.mp4` }
            : {}),
        },
        target: { id: target_id, url: permalinkOf(post) },
      },
    ],
  }
}

/** Taken out of posts in v3.3 (facebook §5). */
const REMOVED = [
  "link",
  "name",
  "caption",
  "description",
  "source",
  "type",
  "object_id",
]

const removed: Field<FacebookPost> = {
  get: () => {
    throw new GraphError({
      message:
        "(#12) deprecate_post_aggregated_fields_for_attachement is deprecated " +
        "for versions v3.3 and higher",
      code: 12,
    })
  },
}

/** Post fields and edges (facebook §5, §6). */
export const postType: NodeType<FacebookPost> = {
  name: "Post",
  label: "{post-id}",
  defaults: ["created_time", "message", "id"],
  fields: {
    ...Object.fromEntries(REMOVED.map((name) => [name, removed])),
    id: scalar((post) => post.id),
    created_time: scalar((post) => graphTime(post.posted)),
    updated_time: scalar((post) => graphTime(post.posted)),
    message: scalar((post, { environment }) =>
      has(post, "no_message") ? undefined : textOf(environment.seed, post)
    ),
    story: scalar((post) =>
      has(post, "no_message")
        ? `${post.page.name} updated their cover photo.`
        : undefined
    ),
    permalink_url: scalar(permalinkOf),
    full_picture: scalar(picture),
    status_type: scalar((post) => STATUS[post.kind]),
    attachments: struct(
      [
        "media_type",
        "type",
        "title",
        "url",
        "media",
        "target",
        "subattachments",
        "description",
      ],
      attachments
    ),
    // Absent, not zero, when nobody shared the post.
    shares: struct(["count"], (post, { environment, now }) => {
      const { shares } = numbersOf(environment.seed, post, now)
      return shares ? { count: shares } : undefined
    }),
    is_published: scalar((post, context) => !is("unpublished", post, context)),
    is_hidden: scalar((post, context) => is("hidden", post, context)),
    is_expired: scalar((post, context) => is("expired", post, context)),
    from: struct(["id", "name"], ({ page }) => ({
      name: page.name,
      id: page.id,
    })),
    parent_id: scalar(() => undefined),
    promotable_id: scalar((post) => post.id),
    message_tags: scalar(() => undefined),
    properties: scalar((post) =>
      isVideo(post)
        ? [{ name: "Length", text: `00:${Math.round(post.length / 1000)}` }]
        : undefined
    ),
  },
  edges: {
    comments: {
      call: (post, context, call) =>
        comments(post, undefined, `${post.id}/comments`, context, call),
    },
    reactions: { call: reactions },
    insights: { call: postInsights },
  },
}
