import { pageTokenRequired } from "../meta/auth-errors"
import { FieldSpec } from "../meta/fields"
import { EdgeCall, Field, GraphContext, NodeType } from "../meta/graph"
import { scalar, struct } from "../meta/graph"
import { renderList } from "../meta/paging"
import { DAY, parseMoment } from "../meta/time"
import { exists, requirePageRead, requireUserContent } from "./access"
import { FacebookPage, FacebookPost, isVideo } from "./model"
import { pageInsights } from "./page-insights"
import { postType } from "./post-node"
import { storyList } from "./story-node"
import { videoType } from "./video-node"

/** `published_posts`, `posts`, `feed` (facebook §5). */
function postList(
  page: FacebookPage,
  edge: "published_posts" | "posts" | "feed",
  context: GraphContext,
  call: EdgeCall
) {
  if (context.token.family !== "PAGE") {
    throw pageTokenRequired()
  }
  // `published_posts` shows only what the Page itself wrote.
  if (edge !== "published_posts") {
    requireUserContent(context)
  }
  const since = parseMoment(call.params.since)
  const until = parseMoment(call.params.until)
  const items = page.posts.filter(
    (post) =>
      exists(post, context) &&
      // Only the feed shows what is not published.
      (edge === "feed" ||
        context.situations.visibility(post.id) !== "unpublished") &&
      (since === undefined || post.posted >= since) &&
      (until === undefined || post.posted <= until)
  )
  return renderList(items, call, context, {
    path: `${page.id}/${edge}`,
    account_id: page.id,
    type: postType,
    idOf: (post) => post.id,
    orderOf: (post) => post.posted,
    default_limit: 25,
    max_limit: 100,
    over: "refuse",
  })
}

function videoList(
  page: FacebookPage,
  edge: "videos" | "video_reels",
  context: GraphContext,
  call: EdgeCall
) {
  if (context.token.family !== "PAGE") {
    throw pageTokenRequired()
  }
  const wanted = (post: FacebookPost) =>
    edge === "videos" ? isVideo(post) : post.kind === "reel"
  const items = page.posts.filter(
    (post) => wanted(post) && exists(post, context)
  )
  return renderList(items, call, context, {
    path: `${page.id}/${edge}`,
    account_id: page.id,
    type: videoType,
    idOf: (post) => post.video_id ?? "",
    default_limit: 25,
    max_limit: 100,
    over: "refuse",
  })
}

/** A field that needs the permission to read the Page, where that is checked. */
const readable = (field: Field<FacebookPage>): Field<FacebookPage> => ({
  ...field,
  get: (page, context, spec) => {
    requirePageRead(context)
    return field.get(page, context, spec)
  },
})

const CATEGORY = { id: "2201", name: "Product/service" }

const followersOf = ({ followers }: FacebookPage, now: number) =>
  Math.floor(followers * (1 + (now / DAY - 20_000) * 0.0004))

/** Reads fields of an Instagram account; null stands for the default ones. */
export type LinkedAccount = (
  instagram_id: string,
  fields: FieldSpec[] | null,
  context: GraphContext
) => Record<string, unknown> | undefined

/**
 * The Page node; `linkedAccount` reads the linked Instagram account, `tokenOf`
 * tells the Page token that the asking token is given.
 */
export function buildPageType(
  linkedAccount: LinkedAccount,
  tokenOf: (page: FacebookPage, context: GraphContext) => string
): NodeType<FacebookPage> {
  const posts = (edge: "published_posts" | "posts" | "feed") => ({
    call: (page: FacebookPage, context: GraphContext, call: EdgeCall) =>
      postList(page, edge, context, call),
  })
  const videos = (edge: "videos" | "video_reels") => ({
    call: (page: FacebookPage, context: GraphContext, call: EdgeCall) =>
      videoList(page, edge, context, call),
  })
  return {
    name: "Page",
    label: "{page-id}",
    defaults: ["name", "id"],
    fields: {
      id: scalar((page) => page.id),
      name: scalar((page) => page.name),
      username: readable(scalar((page) => page.username)),
      link: scalar((page) => `https://www.facebook.com/${page.id}`),
      access_token: scalar(tokenOf),
      category: scalar(() => CATEGORY.name),
      category_list: struct(["id", "name"], () => ({ data: [CATEGORY] })),
      tasks: scalar(() => [
        "ANALYZE",
        "ADVERTISE",
        "MODERATE",
        "CREATE_CONTENT",
        "MANAGE",
      ]),
      picture: readable(
        struct(["data"], (page) => ({
          data: {
            height: 50,
            is_silhouette: false,
            url: `https://scontent.xx.fbcdn.net/v/${page.id}_q.jpg`,
            width: 50,
          },
        }))
      ),
      followers_count: readable(
        scalar((page, { now }) => followersOf(page, now))
      ),
      // Likes of the Page, an older and different number.
      fan_count: scalar((page, { now }) =>
        Math.floor(followersOf(page, now) * 0.93)
      ),
      instagram_business_account: {
        node: true,
        get: ({ instagram_id }, context, { fields }) =>
          instagram_id && linkedAccount(instagram_id, fields, context),
      },
      has_transitioned_to_new_page_experience: scalar(() => true),
    },
    edges: {
      published_posts: posts("published_posts"),
      posts: posts("posts"),
      feed: posts("feed"),
      videos: videos("videos"),
      video_reels: videos("video_reels"),
      stories: { call: storyList },
      insights: { call: pageInsights },
    },
  }
}
