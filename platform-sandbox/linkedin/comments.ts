import { ageOfNth } from "../core/growth"
import { hash, letters } from "../core/hash"
import { idAfter } from "./ids"
import { LiComment, LiPost } from "./model"
import { finalComments } from "./numbers"
import { commentText } from "./texts"
import { commentUrn, urnId } from "./urn"

const PEOPLE = 80

export const personUrn = (seed: number, key: string): string =>
  `urn:li:person:${letters(10, seed, "commenter", hash(seed, key) % PEOPLE)}`

function makeComment(
  seed: number,
  post: LiPost,
  after_ms: number,
  name: string,
  parent?: string
): LiComment {
  const key = `${post.urn} ${name}`
  const activity = post.activity_urn
  const id = idAfter(urnId(activity), after_ms, seed, key)
  return {
    id,
    urn: commentUrn(activity, id),
    actor: personUrn(seed, key),
    text: commentText(seed, key),
    posted_ms: post.posted_ms + Math.floor(after_ms),
    ...(parent === undefined ? {} : { parent }),
  }
}

/**
 * The nth comment appears when the counter reaches n. Replies follow the same
 * curve; every third goes to the first comment, which makes one long thread.
 */
function generate(seed: number, post: LiPost): LiComment[] {
  const final = finalComments(seed, post)
  const list: LiComment[] = []
  for (let n = 1; n <= final.top; n++) {
    const after = ageOfNth(final.top, n)
    list.push(makeComment(seed, post, after, `c${n}`))
  }
  for (let n = 1; n <= final.replies; n++) {
    const there = Math.max(1, Math.floor((final.top * n) / final.replies))
    const drawn = hash(seed, post.urn, "thread", n)
    const parent = list[n % 3 === 1 ? 0 : drawn % there]
    const after = ageOfNth(final.replies, n)
    list.push(makeComment(seed, post, after, `r${n}`, parent?.urn))
  }
  return list
}

/** Every comment and reply that exists at a moment, newest first. */
export function commentsAt(
  seed: number,
  post: LiPost,
  at_ms: number
): LiComment[] {
  post.comments ??= generate(seed, post)
  const added = post.added_comments.map((time, i) =>
    makeComment(seed, post, time - post.posted_ms, `added${i}`)
  )
  return [...post.comments, ...added]
    .filter((comment) => comment.posted_ms <= at_ms)
    .sort((a, b) => b.posted_ms - a.posted_ms || (a.id < b.id ? 1 : -1))
}
