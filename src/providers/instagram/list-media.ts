import {
  type ListedPost,
  type PlatformCall,
  type PlatformError,
  type PostListPage,
  type PostListRequest,
  stopsAccount,
  toDate,
  toId,
} from "../../platform-kit"
import {
  type GraphClient,
  type GraphObject,
  type ListQuestion,
  walkList,
} from "../../platform-kit/meta-graph"
import { LateNumbers, type Listing } from "./late-numbers"
import { mapListed, mapListedStory } from "./map-listed"
import { MEDIA_FIELDS } from "./map-media"

/** Larger pages are cut down to this size. */
const PAGE_SIZE = 100

/**
 * Walks an account's posts and its stories.
 *
 * Numbers are not nested in the list: one post from before the account became
 * professional would cost the page, and kinds of posts have different metrics.
 * They are read as a sync does, 50 posts of one kind in a call, and a call is
 * made once 50 have come together: a post is listed at once, and again with its
 * numbers when they are there. Over the whole walk that is the fewest calls:
 * one per 100 posts for the list, one per 50 of a kind for the numbers.
 *
 * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/media
 */
export class MediaListing {
  private readonly call_: PlatformCall
  private readonly numbers_: LateNumbers

  constructor(
    private readonly graph_: GraphClient,
    call: PlatformCall
  ) {
    this.call_ = { ...call, depth: "bulk" }
    this.numbers_ = new LateNumbers(graph_, this.call_)
  }

  /** @throws PlatformError */
  async *walk(request: PostListRequest): AsyncGenerator<PostListPage> {
    const pages = walkList(this.call_, this.question_("media", request))
    for await (const { entries, next_cursor } of pages) {
      const posts = new Map<string, ListedPost>()
      const put = (post: ListedPost) => posts.set(post.platform_post_id, post)
      for (const post of await this.listed_(entries, request)) {
        put(post)
      }
      let stopped: PlatformError | null = null
      for await (const post of this.numbers_.read(next_cursor === null)) {
        put(post)
        stopped ??= stopOf(post)
      }
      yield { posts: [...posts.values()], next_cursor }
      if (stopped && next_cursor !== null) {
        throw stopped
      }
    }
  }

  /**
   * The stories that are alive, without numbers.
   * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/stories
   *
   * @throws PlatformError
   */
  async stories(): Promise<ListedPost[]> {
    const everything = { since: null, cursor: null }
    const now = this.call_.now()
    const stories: ListedPost[] = []
    // The edge knows no `since`: it holds one day in any case.
    const pages = walkList(this.call_, this.question_("stories", everything))
    for await (const { entries } of pages) {
      stories.push(...entries.map(mapListedStory))
    }
    return stories.filter(({ expires_at }) => !expires_at || expires_at > now)
  }

  private question_(
    list: "media" | "stories",
    request: PostListRequest
  ): ListQuestion {
    const id = encodeURIComponent(this.call_.account.external_id)
    return {
      list,
      page_size: PAGE_SIZE,
      request,
      read: (params) =>
        this.graph_.get(this.call_, {
          endpoint: `GET /{ig-user-id}/${list}`,
          path: `${id}/${list}`,
          params: { fields: MEDIA_FIELDS, ...params },
        }),
      idOf: (media) => toId(media.id),
      postedAt: (media) => toDate(media.timestamp),
    }
  }

  /** What a page holds; posts that get numbers later are put into the queue. */
  private async listed_(
    entries: readonly GraphObject[],
    { whoseNumbers }: PostListRequest
  ): Promise<ListedPost[]> {
    const posts = entries.map((media): Listing => ({
      media,
      post: mapListed(media),
    }))
    const ids = posts.map(({ post }) => post.platform_post_id)
    const wanted =
      whoseNumbers && ids.length > 0 ? await whoseNumbers(ids) : new Set(ids)
    return posts.map((listing) =>
      wanted.has(listing.post.platform_post_id)
        ? this.numbers_.add(listing)
        : listing.post
    )
  }
}

/** A limit or a dead token, met while numbers were read: the list ends too. */
function stopOf({ reading, problems }: ListedPost): PlatformError | null {
  const error = reading === null ? problems[0]?.error : undefined
  return error && stopsAccount(error) ? error : null
}
