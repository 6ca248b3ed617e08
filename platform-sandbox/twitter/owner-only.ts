import { Call, userOf } from "./call"
import { fieldProblem, ItemPlace } from "./item-problems"
import { OWNER_ONLY_MS, XPost } from "./model"
import { Problem } from "./problems"

/** Owner-only groups: the author's own token, post younger than 30 days (§3). */
export function mayReadOwnerOnly(call: Call, post: XPost): boolean {
  return (
    userOf(call) === post.author_id &&
    call.world.now_ms() - post.posted_ms < OWNER_ONLY_MS
  )
}

/** One problem per key of every refused group. */
export function refusedFields(
  call: Call,
  wanted: Set<string>,
  groups: Record<string, string[]>,
  kind: "tweet" | "media",
  id: string,
  place: ItemPlace
): Problem[] {
  return Object.entries(groups)
    .filter(([group]) => wanted.has(group))
    .flatMap(([group, keys]) =>
      keys.map((key) =>
        fieldProblem(call.situation, `${group}.${key}`, kind, id, place)
      )
    )
}
