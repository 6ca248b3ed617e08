import { ageOfNth, countAt } from "../core/growth"
import { hash, letters, pick, unit } from "../core/hash"

const REPLY_SHARE = 0.25

/** A post as far as its comments are concerned. */
export interface CommentedPost {
  id: string
  posted: number
  /** How many comments, replies included, it will get in the end. */
  comments_final: number
}

export interface ThreadComment {
  /** Order of appearance, 0 first; part of the comment id. */
  number: number
  /** Number of the top-level comment it answers. */
  parent?: number
  at: number
  text: string
  author: string
  author_id: string
}

const TEXTS = [
  "Love this! 😍",
  "Is it available in green?",
  "Ordered mine yesterday, so happy 🎉",
  "How much is shipping to Austria?",
  "Wow 🔥",
  "Does it run small? I am usually a 40.",
  "Please restock the black one!!",
  "Mine arrived broken, who do I write to?",
  "So schön, muss ich haben ❤️",
  "@mara.k look at this",
  "¿Hacéis envíos a Canarias?",
  "Best purchase this year.",
]

const REPLIES = [
  "Thank you! 💛",
  "Yes, from next week on.",
  "Sent you a message 🙂",
  "We ship to all of Europe.",
  "Same here!",
]

/** Comments that exist at a moment, without their content. */
export function commentCount(post: CommentedPost, now: number): number {
  return countAt(post.comments_final, now - post.posted)
}

export function isReply(seed: number, post: CommentedPost, n: number): boolean {
  return n > 0 && unit(seed, post.id, "reply", n) < REPLY_SHARE
}

function parentOf(seed: number, post: CommentedPost, n: number): number {
  let parent = hash(seed, post.id, "parent", n) % n
  while (isReply(seed, post, parent)) {
    parent -= 1
  }
  return parent
}

/** The n-th comment of a post. */
export function commentAt(
  seed: number,
  post: CommentedPost,
  n: number
): ThreadComment {
  const reply = isReply(seed, post, n)
  const author = hash(seed, post.id, "author", n)
  return {
    number: n,
    ...(reply ? { parent: parentOf(seed, post, n) } : {}),
    at: post.posted + ageOfNth(post.comments_final, n + 1),
    text: pick(reply ? REPLIES : TEXTS, seed, post.id, "text", n),
    author: `user_${letters(6, seed, author).toLowerCase()}`,
    author_id: String(1_000_000_000_000_000 + author * 1000),
  }
}

/** Comments never change once written, so each is made once per post. */
const written = new WeakMap<
  CommentedPost,
  { seed: number; comments: ThreadComment[] }
>()

/** All comments that exist at a moment, oldest first. */
export function commentsAt(
  seed: number,
  post: CommentedPost,
  now: number
): ThreadComment[] {
  let book = written.get(post)
  if (book?.seed !== seed) {
    book = { seed, comments: [] }
    written.set(post, book)
  }
  const count = commentCount(post, now)
  for (let n = book.comments.length; n < count; n++) {
    book.comments.push(commentAt(seed, post, n))
  }
  return book.comments.slice(0, count)
}
