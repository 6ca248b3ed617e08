import { Call } from "./call"
import { repliesOf } from "./conversation"
import { isNewer } from "./ids"
import { numbersAt } from "./metrics"
import { XPost } from "./model"
import { conversationsOf, Query } from "./query-language"

function operator(
  call: Call,
  post: XPost,
  name: string,
  value: string
): boolean {
  const { world } = call
  const nameOf = (id?: string) => world.users.get(id ?? "")?.username
  const isUser = (id: string | undefined) =>
    id === value || nameOf(id)?.toLowerCase() === value.toLowerCase()
  const numbers = () => numbersAt(world.seed, post, world.now_ms())
  switch (name) {
    case "conversation_id":
      return post.conversation_id === value
    case "from":
      return isUser(post.author_id)
    case "to":
      return !!post.reply_to && isUser(post.reply_to.author_id)
    case "in_reply_to_tweet_id":
      return post.reply_to?.id === value
    case "quotes_of_tweet_id":
      return post.quoted === value
    case "is":
      return value === "reply"
        ? !!post.reply_to
        : value === "quote"
          ? !!post.quoted
          : false
    case "has":
      return value === "media"
        ? post.kind !== "text"
        : value === "images"
          ? post.kind === "photo"
          : value === "videos"
            ? post.kind === "video"
            : value === "mentions" && !!post.reply_to
    case "lang":
      return value === "en"
    case "min_likes":
      return numbers().likes >= Number(value)
    case "min_replies":
      return numbers().replies >= Number(value)
    default:
      return numbers().reposts >= Number(value)
  }
}

function matches(call: Call, post: XPost, query: Query): boolean {
  switch (query.kind) {
    case "any":
      return query.parts.some((part) => matches(call, post, part))
    case "all":
      return query.parts.every((part) => matches(call, post, part))
    case "not":
      return !matches(call, post, query.part)
    case "operator":
      return operator(call, post, query.name, query.value)
    default:
      return post.text.toLowerCase().includes(query.value)
  }
}

/** Posts a query could match: whole conversations when it names them. */
function candidates(call: Call, query: Query): XPost[] {
  const { world } = call
  const roots = conversationsOf(query)
  if (roots) {
    return [...new Set(roots)].flatMap((id) => {
      const root = world.find(id)
      // The root carries its own conversation_id, so it matches as well
      // (unverified; a client must not take it for a reply).
      return root ? [root, ...repliesOf(world, root)] : []
    })
  }
  world.listed.forEach((post) => repliesOf(world, post))
  return [...new Set(world.posts.values())]
}

/** Matching posts that exist, newest first. Reposts are never found (§2). */
export function search(call: Call, query: Query, since_ms: number): XPost[] {
  const now = call.world.now_ms()
  return candidates(call, query)
    .filter(
      (post) =>
        post.posted_ms >= since_ms &&
        post.posted_ms <= now &&
        !post.deleted &&
        !post.problem &&
        !post.reposted &&
        matches(call, post, query)
    )
    .sort((a, b) => (isNewer(a.id, b.id) ? -1 : 1))
}
