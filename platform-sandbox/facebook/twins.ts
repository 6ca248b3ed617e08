import { between } from "../core/hash"
import { InstagramMedia } from "../instagram/model"
import { FacebookPost, PostKind } from "./model"

/** How many of a kind were published on both, and what they are there. */
const TWINS: [PostKind, InstagramMedia["media_type"], string, number][] = [
  ["photo", "IMAGE", "FEED", 3],
  ["reel", "VIDEO", "REELS", 2],
]

/**
 * Lets some posts of a Page be those of its Instagram account, published
 * together: the same text, seconds apart.
 */
export function publishTogether(
  seed: number,
  posts: FacebookPost[],
  media: InstagramMedia[]
): void {
  for (const [kind, media_type, product, n] of TWINS) {
    const here = posts.filter((post) => post.kind === kind && !post.traits[0])
    const there = media.filter(
      (item) =>
        item.media_type === media_type &&
        item.product === product &&
        !item.traits[0]
    )
    here.slice(0, n).forEach((post, i) => {
      const twin = there[i]
      if (twin) {
        post.text_of = twin.id
        post.posted = twin.posted + between(3, 40, seed, "twin", twin.id) * 1000
      }
    })
  }
}
