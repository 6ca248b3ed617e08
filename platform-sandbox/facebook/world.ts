import { SandboxEnvironment, WorldAccount } from "../core/types"
import { WorldOptions, WorldPost } from "../core/types"
import { GraphError } from "../meta/errors"
import { GraphObject, NodeSource, NodeType } from "../meta/graph"
import { InstagramWorld } from "../instagram/world"
import { unsupportedRequest } from "../meta/errors"
import { DAY, HOUR } from "../meta/time"
import { TokenMint } from "../meta/oauth/token-mint"
import { Publication } from "../meta/publish"
import { TokenRecord, TokenRegistry, TokenState } from "../meta/tokens"
import { authorisePage, authorisePost } from "./access"
import { commentType, findComment } from "./comment-node"
import { numbersOf } from "./metrics"
import { FacebookPage, FacebookPost, FacebookStory, has } from "./model"
import { buildPageType } from "./page-node"
import { permalinkOf, postType } from "./post-node"
import { buildPage, buildPosts, buildStories, pageSeeds } from "./seed"
import { storyNumbers } from "./story-metrics"
import { storyExists, storyType } from "./story-node"
import { textOf } from "./texts"
import { publishTogether } from "./twins"
import { videoType } from "./video-node"

export interface FacebookWorld extends NodeSource {
  accounts(): WorldAccount[]
  posts(): WorldPost[]
  truth(id: string): Record<string, unknown> | null
  /** Stories, which are no posts. */
  stories(): WorldPost[]
  pageType: NodeType<FacebookPage>
  pages(): FacebookPage[]
  /** Publishes on a Page; false when there is no such Page. */
  publish(account_id: string, publication: Publication): boolean
}

const SCOPES = [
  "pages_show_list",
  "pages_read_engagement",
  "pages_read_user_content",
  "read_insights",
]

const STATES: Record<string, TokenState> = {
  expired_token: "expired",
  revoked_token: "revoked",
  password_changed: "password_changed",
  role_lost: "role_lost",
}

const MISSING: Record<string, string> = {
  no_user_content_permission: "pages_read_user_content",
  no_insights_permission: "read_insights",
}

function register(
  page: FacebookPage,
  tokens: TokenRegistry,
  start: number
): void {
  const [trait = ""] = page.traits
  tokens.add({
    token: page.token,
    family: "PAGE",
    account_id: page.id,
    platform: "facebook",
    user_id: page.user_id,
    scopes: new Set(SCOPES.filter((scope) => scope !== MISSING[trait])),
    state: STATES[trait] ?? "valid",
    issued_at: start - 2 * DAY,
    // Made from a long-lived user token: no expiry date.
    expires_at: 0,
    ig_ids: new Set(),
    page_ids: new Set([page.id]),
  })
}

/** The Page token that another token is given; a Page token is given itself. */
function pageToken(
  page: FacebookPage,
  from: TokenRecord,
  mint: TokenMint
): string {
  if (from.family === "PAGE") {
    return from.token
  }
  // The world's own user tokens come with the world's own Page tokens.
  return from.by_oauth ? mint.page(from, page).token : page.token
}

/** An id without its Page, as it was used before 2015. */
function oldStyle(): never {
  throw new GraphError({
    message:
      "(#12) singular statuses API is deprecated for versions v2.4 and higher",
    code: 12,
  })
}

export default function buildFacebook(
  environment: SandboxEnvironment,
  options: WorldOptions,
  start: number,
  tokens: TokenRegistry,
  mint: TokenMint,
  instagram: InstagramWorld
): FacebookWorld {
  const { seed } = environment
  const pages = new Map<string, FacebookPage>()
  const posts = new Map<string, FacebookPost>()
  const by_number = new Map<string, FacebookPost>()
  const by_video = new Map<string, FacebookPost>()
  const stories = new Map<string, FacebookStory>()
  const pageType = buildPageType(instagram.linked, (page, { token }) =>
    pageToken(page, token, mint)
  )

  const add = (page: FacebookPage, own: FacebookPost[]) => {
    page.posts = [...page.posts, ...own].sort((a, b) => b.posted - a.posted)
    for (const post of own) {
      posts.set(post.id, post)
      by_number.set(post.number, post)
      if (post.video_id) {
        by_video.set(post.video_id, post)
      }
    }
  }

  for (const from of pageSeeds(options)) {
    const page = buildPage(seed, from)
    const own = buildPosts(seed, page, from.plan, start, posts.size)
    if (page.instagram_id) {
      publishTogether(seed, own, instagram.mediaOf(page.instagram_id))
    }
    page.stories = buildStories(seed, page, from.stories, start)
    page.stories.forEach((story) => stories.set(story.id, story))
    pages.set(page.id, page)
    register(page, tokens, start)
    add(page, own)
  }

  const object = (
    id: string,
    type: GraphObject["type"],
    value: unknown,
    page: FacebookPage,
    authorise: GraphObject["authorise"]
  ): GraphObject => ({
    id,
    type,
    value,
    platform: "facebook",
    account_id: page.id,
    authorise,
  })

  const find = (id: string): GraphObject | undefined => {
    const post = posts.get(id)
    if (post) {
      return object(id, postType, post, post.page, (context) =>
        authorisePost(post, context)
      )
    }
    const page = pages.get(id)
    if (page) {
      return object(id, pageType, page, page, (context) =>
        authorisePage(page, context)
      )
    }
    const video = by_video.get(id)
    if (video) {
      return object(id, videoType, video, video.page, (context) =>
        authorisePost(video, context, id)
      )
    }
    const story = stories.get(id)
    if (story) {
      return object(id, storyType, story, story.page, (context) => {
        authorisePage(story.page, context)
        if (!storyExists(story, context)) {
          throw unsupportedRequest(id)
        }
      })
    }
    const old = by_number.get(id)
    if (old) {
      return object(id, postType, old, old.page, oldStyle)
    }
    const now = environment.now().getTime()
    const comment = findComment(id, seed, now, (n) => by_number.get(n))
    return comment
      ? object(id, commentType, comment, comment.post.page, (context) =>
          authorisePost(comment.post, context, id)
        )
      : undefined
  }

  return {
    find,
    pageType,
    pages: () => [...pages.values()],
    accounts: () =>
      [...pages.values()].map((page) => ({
        platform: "facebook",
        external_id: page.id,
        username: page.username,
        display_name: page.name,
        access_token: page.token,
        settings: {},
        scopes: [...(tokens.find(page.token)?.scopes ?? [])],
        demo: page.demo,
        traits: page.traits,
      })),
    posts: () =>
      [...posts.values()].map((post) => ({
        platform: "facebook",
        account_external_id: post.page.id,
        platform_post_id: post.id,
        media_type: post.kind,
        media_product_type: null,
        caption: has(post, "no_message") ? "" : textOf(seed, post),
        permalink: permalinkOf(post),
        posted_at: new Date(post.posted).toISOString(),
        traits: post.traits,
      })),
    stories: () =>
      [...stories.values()].map((story) => ({
        platform: "facebook",
        account_external_id: story.page.id,
        platform_post_id: story.id,
        media_type: story.media,
        media_product_type: "STORY",
        caption: "",
        permalink: `https://www.facebook.com/stories/${story.page.id}/${story.id}/`,
        posted_at: new Date(story.posted).toISOString(),
        traits: story.traits,
      })),
    publish: (account_id, { kind, posted, text_of }) => {
      const page = pages.get(account_id)
      if (!page) {
        return false
      }
      if (kind === "story") {
        const age: [hours: number] = [(start - posted) / HOUR]
        const own = buildStories(seed, page, [age], start)
        page.stories = [...page.stories, ...own].sort(
          (a, b) => b.posted - a.posted
        )
        own.forEach((story) => stories.set(story.id, story))
        return true
      }
      const plan = [{ kind, traits: [], age_ms: start - posted }]
      const own = buildPosts(seed, page, plan, start, posts.size)
      own.forEach((post) => Object.assign(post, text_of && { text_of }))
      add(page, own)
      return true
    },
    truth: (id) => {
      const story = stories.get(id)
      if (story) {
        return storyNumbers(seed, story, environment.now().getTime())
      }
      const post = posts.get(id)
      if (!post) {
        return null
      }
      const now = environment.now().getTime()
      const numbers = numbersOf(seed, post, now)
      return {
        post_media_view: numbers.views,
        post_total_media_view_unique: numbers.reach,
        post_clicks: numbers.clicks,
        post_reactions_by_type_total: numbers.reactions,
        reactions: numbers.reactions_total,
        comments: numbers.comments,
        shares: numbers.shares,
        post_video_views: numbers.video_views,
        post_video_avg_time_watched: numbers.average_watched,
        post_video_view_time: numbers.view_time,
        post_video_complete_views_organic: numbers.complete_views,
        post_video_length: post.length,
        video_id: post.video_id ?? null,
      }
    },
  }
}
