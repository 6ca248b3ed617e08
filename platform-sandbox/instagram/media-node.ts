import { nonexistingField } from "../meta/errors"
import { Field, GraphContext, NodeType } from "../meta/graph"
import { scalar, struct } from "../meta/graph"
import { captionOf } from "../meta/captions"
import { renderList } from "../meta/paging"
import { graphTime } from "../meta/time"
import { mediaComments } from "./comment-node"
import { mediaInsights } from "./media-insights"
import { numbersOf } from "./metrics"
import { has, InstagramMedia } from "./model"
import {
  childId,
  childType,
  cdnUrl,
  permalinkOf,
  shortcodeOf,
} from "./children"

type MediaField = Field<InstagramMedia>

const seedOf = ({ environment }: GraphContext) => environment.seed

const number = (name: string): MediaField["get"] => {
  return (media, context) =>
    numbersOf(seedOf(context), media, context.now)[name]
}

/** Whether the owner hid likes from readers that come through another object. */
const hidesLikes = (media: InstagramMedia, context: GraphContext) =>
  has(media, "hidden_likes") && context.via === "indirect"

/** Since 2026-04-22 on graph.facebook.com; FEED and REELS, top level only. */
const dashboard = (name: string): MediaField => ({
  only: "FBH",
  get: (media, context, spec) =>
    media.product === "STORY" ||
    context.via === "indirect" ||
    has(media, "hidden_likes")
      ? undefined
      : number(name)(media, context, spec),
})

const isVideo = (media: InstagramMedia) => media.media_type === "VIDEO"

/** Media fields (instagram §2). */
export const mediaType: NodeType<InstagramMedia> = {
  name: "Media",
  label: "{media-id}",
  defaults: ["id"],
  fields: {
    id: scalar((media) => media.id),
    shortcode: scalar((media, context) => shortcodeOf(seedOf(context), media)),
    permalink: scalar((media, context) => permalinkOf(seedOf(context), media)),
    timestamp: scalar((media) => graphTime(media.posted)),
    username: scalar((media) => media.account.username),
    media_type: scalar((media) => media.media_type),
    media_product_type: scalar((media) => media.product),
    caption: scalar((media, context) =>
      media.product === "STORY"
        ? undefined
        : captionOf(seedOf(context), media.id)
    ),
    like_count: {
      get: (media, context, spec) =>
        hidesLikes(media, context)
          ? undefined
          : number("likes")(media, context, spec),
    },
    comments_count: { get: number("comments") },
    media_url: scalar((media) =>
      has(media, "licensed_audio")
        ? undefined
        : cdnUrl(media.id, isVideo(media))
    ),
    thumbnail_url: scalar((media) =>
      isVideo(media) ? cdnUrl(media.id, false) : undefined
    ),
    owner: struct(["id"], (media) => ({ id: media.account.id })),
    is_shared_to_feed: scalar((media) =>
      media.product === "REELS" ? media.shared_to_feed : undefined
    ),
    is_comment_enabled: scalar(() => true),
    is_ai_generated: scalar(() => false),
    alt_text: scalar((media) =>
      media.media_type === "IMAGE" ? "" : undefined
    ),
    media_audio_type: scalar((media) =>
      isVideo(media) ? "ORIGINAL_SOUND" : undefined
    ),
    legacy_instagram_media_id: scalar((media) =>
      media.id.replace(/^179/, "30")
    ),
    copyright_check_information: struct(["status"], (media) =>
      isVideo(media)
        ? { status: { status: "completed", matches_found: false } }
        : undefined
    ),
    reposts_count: dashboard("reposts"),
    saved_count: dashboard("saved"),
    shares_count: dashboard("shares"),
    total_like_count: dashboard("total_likes"),
    total_comments_count: dashboard("total_comments"),
    // graph.instagram.com answers 200 and leaves these two out.
    total_views_count: {
      get: (media, context, spec) =>
        context.dialect === "FBH" && isVideo(media)
          ? dashboard("total_views").get(media, context, spec)
          : undefined,
    },
    view_count: scalar(() => undefined),
  },
  edges: {
    comments: {
      call: (media, context, call) => {
        const comments = mediaComments(media, context, call)
        return context.depth > 0 && !comments.data.length ? undefined : comments
      },
    },
    insights: { call: mediaInsights },
    children: {
      call: (media, context, call) => {
        if (media.media_type !== "CAROUSEL_ALBUM") {
          if (context.depth > 0) {
            return undefined
          }
          throw nonexistingField("children", "Media")
        }
        const children = Array.from({ length: media.children }, (_, n) => ({
          id: childId(media, n),
          number: n,
          media,
        }))
        const page = renderList(children, call, context, {
          path: `${media.id}/children`,
          account_id: media.account.id,
          type: childType,
          idOf: (child) => child.id,
          default_limit: 25,
          max_limit: 50,
          over: "clamp",
        })
        return { data: page.data }
      },
    },
  },
}
