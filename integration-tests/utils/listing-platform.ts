import {
  CURSOR_EXPIRED,
  type ListedPost,
  type PlatformCall,
  PlatformError,
  type PlatformErrorDetails,
  type PlatformProfile,
  type PostListPage,
  type PostListRequest,
} from "../../src/platform-kit"
import { FakePlatform } from "./fake-platform"

const HOUR = 60 * 60 * 1000

/** A moment before a page is answered; it may change the store or the list, or throw. */
type BeforePage = (
  page: number,
  request: PostListRequest
) => void | Promise<unknown>

/** The fake platform with lists of posts and stories, scripted by tests. */
export class ListingPlatform extends FakePlatform {
  static pageSize = 10
  /** Posts by platform, newest first. */
  static lists = new Map<string, ListedPost[]>()
  static stories: ListedPost[] = []
  /** Pages that were asked for: where each began. */
  static asked: (string | null)[] = []
  static beforePage: BeforePage = () => undefined
  /** Changes a page on its way out. */
  static shape: (page: PostListPage, number: number) => PostListPage = (page) =>
    page

  static override reset() {
    FakePlatform.reset()
    ListingPlatform.pageSize = 10
    ListingPlatform.lists.clear()
    ListingPlatform.stories = []
    ListingPlatform.asked = []
    ListingPlatform.beforePage = () => undefined
    ListingPlatform.shape = (page) => page
  }

  override readonly profile: PlatformProfile

  constructor(container: unknown, options: unknown) {
    super(container, options)
    this.profile = profileOf("fake", "Fake")
  }

  override postIdFromUrl(url: string): string | null {
    return /\/posts\/(p\d+)$/.exec(url)?.[1] ?? null
  }

  override async *listPosts(
    call: PlatformCall,
    request: PostListRequest
  ): AsyncGenerator<PostListPage> {
    let { cursor } = request
    for (;;) {
      ListingPlatform.asked.push(cursor)
      call.onCall?.("GET /list")
      const number = ListingPlatform.asked.length
      await ListingPlatform.beforePage(number, { ...request, cursor })
      const page = this.pageFrom_(cursor)
      yield ListingPlatform.shape(page, number)
      cursor = page.next_cursor
      if (cursor === null) {
        return
      }
    }
  }

  override async listStories(call: PlatformCall): Promise<ListedPost[]> {
    call.onCall?.("GET /stories")
    return ListingPlatform.stories
  }

  private pageFrom_(cursor: string | null): PostListPage {
    const list = ListingPlatform.lists.get(this.profile.identifier) ?? []
    const start = cursor ? Number(cursor.replace("at-", "")) : 0
    const end = start + ListingPlatform.pageSize
    return {
      posts: list.slice(start, end),
      next_cursor: end < list.length ? `at-${end}` : null,
    }
  }
}

/** Another platform that shows the same publications. */
export class MirrorPlatform extends ListingPlatform {
  static override identifier = "mirror"

  override readonly profile: PlatformProfile = {
    ...profileOf("mirror", "Mirror"),
    cross_posts: { platform: "fake", linked_by: "page_id" },
  }
}

const profileOf = (identifier: string, label: string): PlatformProfile => ({
  identifier,
  label,
  aliases: [],
  insights_block: `${identifier}_insights`,
  stored_id_keys: [`${identifier}_post_id`],
  metric_tables: {
    default: { post: { core: [], optional: [], retired: [] } },
  },
  batch_sizes: { insights: 50, comments: 50 },
  parallel_calls: 2,
  engagement_rate_basis: ["reach", "views", "impressions"],
  scopes: [],
  retention: [],
  abilities: {
    comments: true,
    list_posts: true,
    account_insights: false,
    oauth: false,
    stories: identifier === "fake",
  },
  token_help: "Take any.",
})

/** The `n`-th newest of posts that are six hours apart. */
export function listedPost(
  n: number,
  newest: Date,
  more: Partial<ListedPost> = {}
): ListedPost {
  const id = `p${String(n).padStart(5, "0")}`
  const { details, ...rest } = more
  return {
    platform_post_id: id,
    reading: {
      metrics: { likes: n, comments: 0, reach: 100 + n },
      unavailable: {},
      native: { likes: n },
      details: {},
    },
    problems: [],
    ...rest,
    details: {
      caption: `Post ${n} #Tag${n} @Friend`,
      permalink: `https://fake.example/posts/${id}`,
      media_type: "IMAGE",
      posted_at: new Date(newest.getTime() - n * 6 * HOUR),
      ...details,
    },
  }
}

/** Scripted trouble. */
export const trouble = (
  kind: PlatformError["kind"],
  more: Partial<PlatformErrorDetails> = {}
) =>
  new PlatformError({
    kind,
    scope: "account",
    code: `fake_${kind}`,
    message: `Fake says ${kind}.`,
    ...more,
  })

export const cursorExpired = () =>
  trouble("invalid", { scope: "post", code: CURSOR_EXPIRED })

/** What `isPassing` takes for a database that went away: the process ends. */
export const death = () => Object.assign(new Error("gone"), { code: "57P01" })
