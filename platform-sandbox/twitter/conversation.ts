import { ageOfNth } from "../core/growth"
import { hash, unit } from "../core/hash"
import { postId, userId } from "./ids"
import { finalReplies } from "./metrics"
import { XPost } from "./model"
import { replyText } from "./texts"
import type { XWorld } from "./world"

const PEOPLE = 60

/** One reply; `after_ms` counts from the root, so that ids do not need the clock. */
function makeReply(
  world: XWorld,
  root: XPost,
  parent: XPost,
  after_ms: number,
  name: string
): XPost {
  const { seed } = world
  const key = `${root.history[0] ?? root.id} ${name}`
  const person = hash(seed, key, "person") % PEOPLE
  const author_id = userId(seed, `person ${person}`)
  world.addUser(author_id, `person_${person}`)
  const to = world.users.get(parent.author_id)?.username ?? "unknown"
  const id = idAfter(world, root, after_ms, key)
  return {
    id,
    history: [id],
    author_id,
    text: `@${to} ${replyText(seed, key)}`,
    kind: "text",
    posted_ms: root.posted_ms + Math.floor(after_ms / 1000) * 1000,
    conversation_id: root.conversation_id,
    reply_to: { id: parent.id, author_id: parent.author_id },
    traits: [],
    deleted: false,
  }
}

/** The id of something posted a while after the root: its time bits move on. */
function idAfter(world: XWorld, root: XPost, after_ms: number, key: string) {
  const time = BigInt(root.history[0] ?? root.id) >> 22n
  const low = BigInt(postId(0, world.seed, key)) & 0x3fffffn
  return String(((time + BigInt(Math.round(after_ms))) << 22n) | low)
}

/**
 * Replies of all depths, oldest first, future ones included. The nth direct one
 * appears when the root's reply counter reaches n; every third has an answer,
 * every ninth a whole chain.
 */
function generate(world: XWorld, root: XPost): XPost[] {
  const final = finalReplies(world.seed, root)
  const replies: XPost[] = []
  for (let n = 1; n <= final; n++) {
    const after = ageOfNth(final, n)
    let parent = makeReply(world, root, root, after, `r${n}`)
    replies.push(parent)
    const depth = n % 9 === 0 ? 3 : n % 3 === 0 ? 1 : 0
    let later = after
    for (let level = 1; level <= depth; level++) {
      later += 60_000 + 1_740_000 * unit(world.seed, root.id, n, level)
      parent = makeReply(world, root, parent, later, `r${n}.${level}`)
      replies.push(parent)
    }
  }
  return replies.sort((a, b) => a.posted_ms - b.posted_ms)
}

/** Replies of a conversation that exist by now, oldest first. */
export function repliesOf(world: XWorld, root: XPost): XPost[] {
  if (!root.conversation) {
    root.conversation = generate(world, root)
    root.conversation.forEach((reply) => world.index(reply))
  }
  const now = world.now_ms()
  return root.conversation.filter((reply) => reply.posted_ms <= now)
}

/** Direct replies to a reply, for its own counter. */
export function answersTo(world: XWorld, reply: XPost): number {
  const root = world.posts.get(reply.conversation_id)
  return root?.conversation
    ? repliesOf(world, root).filter((one) => one.reply_to?.id === reply.id)
        .length
    : 0
}
