import { Call, EndpointAnswer } from "./call"
import { isId } from "./ids"
import { XPost } from "./model"
import { allowParams, bad, fieldParams, idList, shuffled } from "./parameters"
import { PostList } from "./post-list"
import { Refusal } from "./problems"
import { postSelection } from "./selection"

/** The problem a lookup answers instead of the post. */
function problemOf(post: XPost | undefined): string | undefined {
  return !post || post.deleted ? "resource-not-found" : post.problem
}

/** `GET /2/tweets?ids=` (docs.x.com: posts/lookup). */
export function lookupMany(call: Call): EndpointAnswer {
  allowParams(call, ["ids", ...fieldParams(call)])
  const ids = idList(call, "ids")
  const selection = postSelection(call)
  const list = new PostList(call, selection, "ids")
  const seen = new Set<string>()
  for (const id of shuffled(call, ids)) {
    const post = call.world.find(id)
    const problem = problemOf(post)
    if (!post || problem) {
      list.refuse(id, problem as string)
    } else if (!seen.has(post.id)) {
      // Two ids of one edited post answer its newest version, once.
      seen.add(post.id)
      list.add(post)
    }
  }
  return { body: list.body(list.data), ids }
}

/** `GET /2/tweets/:id`. */
export function lookupOne(call: Call): EndpointAnswer {
  allowParams(call, fieldParams(call))
  if (!isId(call.id)) {
    throw bad(call, "id", `The \`id\` path value [${call.id}] is not valid`)
  }
  const list = new PostList(call, postSelection(call), "id")
  const post = call.world.find(call.id)
  const problem = problemOf(post)
  if (post && !problem) {
    list.add(post)
    return { body: list.body(list.data[0]), ids: [call.id] }
  }
  list.refuse(call.id, problem as string)
  const missing = problem === "resource-not-found"
  if (missing && call.situation.missing_single === "404") {
    throw new Refusal(404, { ...list.errors[0], status: 404 })
  }
  return { body: list.body(undefined), ids: [call.id] }
}
