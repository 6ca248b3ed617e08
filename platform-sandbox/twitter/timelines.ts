import { bodyOf, Call, EndpointAnswer, userOf } from "./call"
import { repliesOf } from "./conversation"
import { isId, isNewer } from "./ids"
import { itemProblem } from "./item-problems"
import { XPost, XUser } from "./model"
import { mayReadOwnerOnly } from "./owner-only"
import { inWindow, pageOf } from "./paging"
import { allowParams, bad, fieldParams, listOf, maxResults } from "./parameters"
import { PostList } from "./post-list"
import { postSelection, wantsOwnerOnly } from "./selection"

const WINDOW = [
  "max_results",
  "start_time",
  "end_time",
  "since_id",
  "until_id",
  "pagination_token",
]

/** A timeline reaches back so far (§2). */
const NEWEST_POSTS = 3200
const NEWEST_WITHOUT_REPLIES = 800
/** Conversations that are searched for mentions. */
const MENTION_ROOTS = 200

/** Whose timeline it is, or the answer that says why there is none. */
function owner(call: Call): XUser | EndpointAnswer {
  if (!isId(call.id)) {
    throw bad(call, "id", `The \`id\` path value [${call.id}] is not valid`)
  }
  const user = call.world.users.get(call.id)
  if (user && (!user.protected || userOf(call) === user.id)) {
    return user
  }
  const place = { parameter: "id", section: "data" as const }
  const name = user ? "not-authorized-for-resource" : "resource-not-found"
  const error = itemProblem(call.situation, name, "user", call.id, place)
  return { body: bodyOf({ errors: [error] }), ids: [call.id] }
}

function answer(call: Call, posts: XPost[], size: number): EndpointAnswer {
  const selection = postSelection(call)
  const mine = userOf(call) === call.id
  const owned = mine && call.situation.app_owner === call.id
  // Owner-only groups silently narrow the list instead of failing (§3).
  const visible = wantsOwnerOnly(selection)
    ? posts.filter((post) => mayReadOwnerOnly(call, post))
    : posts
  const page = pageOf(call, inWindow(call, visible), size)
  const price = owned ? "owned" : "post"
  const list = new PostList(call, selection, "id", price)
  page.posts.forEach((post) => list.add(post))
  const meta = { ...page.meta, result_count: list.data.length }
  return { body: list.body(list.data, meta), ids: [call.id] }
}

/** `GET /2/users/:id/tweets` (docs.x.com: posts/timelines). */
export function userTimeline(call: Call): EndpointAnswer {
  allowParams(call, [...WINDOW, "exclude", ...fieldParams(call)])
  const size = maxResults(call, 5, 100, 10)
  const exclude = listOf(call, "exclude", ["replies", "retweets"])
  const user = owner(call)
  if ("body" in user) {
    return user
  }
  const cap = exclude.has("replies") ? NEWEST_WITHOUT_REPLIES : NEWEST_POSTS
  const posts = call.world
    .timeline(user.id)
    .slice(0, cap)
    .filter(
      (post) =>
        !(exclude.has("replies") && post.reply_to) &&
        !(exclude.has("retweets") && post.reposted)
    )
  const page = answer(call, posts, size)
  const entry = call.world.person(user.id)
  call.world.publish(user.id, entry?.posts_per_page ?? 0)
  return page
}

/** `GET /2/users/:id/mentions`: every reply names the author it answers. */
export function userMentions(call: Call): EndpointAnswer {
  allowParams(call, [...WINDOW, ...fieldParams(call)])
  const size = maxResults(call, 5, 100, 10)
  const user = owner(call)
  if ("body" in user) {
    return user
  }
  const mentions = call.world
    .timeline(user.id)
    .slice(0, MENTION_ROOTS)
    .flatMap((post) => repliesOf(call.world, post))
    .filter((reply) => reply.reply_to?.author_id === user.id)
    .sort((a, b) => (isNewer(a.id, b.id) ? -1 : 1))
    .slice(0, NEWEST_WITHOUT_REPLIES)
  return answer(call, mentions, size)
}
