import { bodyOf, Call, EndpointAnswer } from "./call"
import { isId, isNewer } from "./ids"
import { itemProblem } from "./item-problems"
import { pageOf } from "./paging"
import { allowParams, bad, fieldParams, listOf, maxResults } from "./parameters"
import { PostList } from "./post-list"
import { postSelection } from "./selection"

/**
 * `GET /2/tweets/:id/quote_tweets`: the quotes that exist as posts of this
 * world. Counters of own posts count quotes by people nobody can look up.
 */
export function quoteTweets(call: Call): EndpointAnswer {
  allowParams(call, [
    "max_results",
    "pagination_token",
    "exclude",
    ...fieldParams(call),
  ])
  const size = maxResults(call, 10, 100, 10)
  listOf(call, "exclude", ["replies", "retweets"])
  const selection = postSelection(call)
  if (!isId(call.id)) {
    throw bad(call, "id", `The \`id\` path value [${call.id}] is not valid`)
  }
  const root = call.world.find(call.id)
  if (!root || root.deleted || root.problem) {
    const name = root?.deleted === false ? root.problem : undefined
    const place = { parameter: "id", section: "data" as const }
    const error = itemProblem(
      call.situation,
      name ?? "resource-not-found",
      "tweet",
      call.id,
      place
    )
    return { body: bodyOf({ errors: [error] }), ids: [call.id] }
  }
  const quotes = call.world.listed
    .filter((post) => post.quoted && root.history.includes(post.quoted))
    .filter((post) => !post.deleted && !post.problem)
    .sort((a, b) => (isNewer(a.id, b.id) ? -1 : 1))
  const page = pageOf(call, quotes, size)
  const list = new PostList(call, selection, "id")
  page.posts.forEach((post) => list.add(post))
  return { body: list.body(list.data, page.meta), ids: [call.id] }
}
