import { bill, bodyOf, Call, XBody } from "./call"
import { itemProblem } from "./item-problems"
import { XPost } from "./model"
import { Problem } from "./problems"
import { renderMedia } from "./render-media"
import { references, renderPost } from "./render-post"
import { renderUser } from "./render-user"
import { Selection } from "./selection"
import { Price } from "./spend"

/** Collects the rendered posts of an answer with everything they expand to. */
export class PostList {
  readonly data: Record<string, unknown>[] = []
  readonly errors: Problem[] = []
  private readonly users = new Map<string, unknown>()
  private readonly media = new Map<string, unknown>()
  private readonly posts = new Map<string, unknown>()

  constructor(
    private readonly call: Call,
    private readonly selection: Selection,
    private readonly parameter: string,
    /** Timelines of the app's owner cost less (§6). */
    private readonly price: Price = "post"
  ) {}

  add(post: XPost): void {
    const place = { parameter: this.parameter, section: "data" as const }
    const { item, errors } = renderPost(this.call, post, this.selection, place)
    this.errors.push(...errors)
    if (item) {
      this.data.push(item)
      bill(this.call, this.price, post.id)
      this.expand(post)
    }
  }

  refuse(id: string, name: string): void {
    const place = { parameter: this.parameter, section: "data" as const }
    this.errors.push(itemProblem(this.call.situation, name, "tweet", id, place))
  }

  body(data: unknown, meta?: Record<string, unknown>): XBody {
    return bodyOf({
      data,
      includes: {
        users: [...this.users.values()],
        [this.call.vocabulary.includes]: [...this.posts.values()],
        media: [...this.media.values()],
      },
      errors: this.errors,
      ...(meta ? { meta } : {}),
    })
  }

  private expand(post: XPost): void {
    const { expansions } = this.selection
    if (expansions.has("author_id")) {
      this.addUser(post.author_id)
    }
    if (expansions.has("in_reply_to_user_id") && post.reply_to) {
      this.addUser(post.reply_to.author_id)
    }
    if (expansions.has("attachments.media_keys") && post.kind !== "text") {
      this.addMedia(post)
    }
    for (const { id } of references(post)) {
      const authors = expansions.has("referenced_tweets.id.author_id")
      if (
        authors ||
        expansions.has(this.call.vocabulary.references_expansion)
      ) {
        this.addReferenced(id, authors)
      }
    }
  }

  private addUser(id: string): void {
    const user = this.call.world.users.get(id)
    if (user && !this.users.has(id)) {
      this.users.set(id, renderUser(this.call, user, this.selection))
      bill(this.call, "user", id)
    }
  }

  private addMedia(post: XPost): void {
    const place = {
      parameter: "attachments.media_keys",
      section: "includes" as const,
    }
    const { item, errors } = renderMedia(this.call, post, this.selection, place)
    this.errors.push(...errors)
    if (item) {
      this.media.set(String(item.media_key), item)
      bill(this.call, "media", String(item.media_key))
    }
  }

  private addReferenced(id: string, authors: boolean): void {
    const { call, selection } = this
    const place = {
      parameter: call.vocabulary.references_expansion,
      section: "includes" as const,
    }
    const post = call.world.find(id)
    const name = !post || post.deleted ? "resource-not-found" : post.problem
    if (!post || name) {
      this.errors.push(
        itemProblem(call.situation, name as string, "tweet", id, place)
      )
      return
    }
    if (this.posts.has(post.id)) {
      return
    }
    const { item, errors } = renderPost(call, post, selection, place)
    this.errors.push(...errors)
    if (item) {
      this.posts.set(post.id, item)
      bill(call, "post", post.id)
      if (authors) {
        this.addUser(post.author_id)
      }
    }
  }
}
