import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { personUrn } from "./comments"
import { numbersAt } from "./numbers"
import { paramInvalid } from "./refusals"
import { postOfTarget } from "./social-access"
import { requireUrn } from "./urn"

const ORDERS = ["REVERSE_CHRONOLOGICAL", "CHRONOLOGICAL", "RELEVANCE"]

/** R1: reactions of a post, one element each; the shape is unverified (§5). */
export function reactions(call: Call): EndpointAnswer {
  calls.requireMethod(call, "FINDER")
  calls.allowParams(call, ["q", "sort", "start", "count"])
  calls.oneOf(call, "q", ["entity"])
  const key = call.key
  const entity =
    typeof key === "object" && !Array.isArray(key) ? key.entity : undefined
  const urn = requireUrn("entity", entity, ["share", "ugcPost", "activity"])
  const { sort } = call.params
  const order =
    typeof sort === "object" && !Array.isArray(sort) ? sort.value : undefined
  if (sort !== undefined && !ORDERS.includes(String(order))) {
    throw paramInvalid("sort", `expected (value:${ORDERS.join("|")})`)
  }
  const post = postOfTarget(call, urn, "FINDER-entity")
  const start = calls.integer(call, "start", 0, Number.MAX_SAFE_INTEGER)
  const count = calls.integer(call, "count", 10, 100)
  const { seed } = call.world
  const now = call.world.now_ms()
  const numbers = numbersAt(seed, post, now)
  // The rarest types come first, so that one page shows more than likes.
  const types = Object.entries(numbers.reactions).reverse()
  const typeOf = (index: number): string => {
    let rest = index
    for (const [type, total] of types) {
      if (rest < total) {
        return type
      }
      rest -= total
    }
    return "LIKE"
  }
  const elements: unknown[] = []
  const end = Math.min(start + count, numbers.likes)
  const age = now - post.posted_ms
  for (let i = start; i < end; i++) {
    const time = now - Math.floor((age * (i + 1)) / (numbers.likes + 1))
    const actor = personUrn(seed, `${post.urn} reaction ${numbers.likes - i}`)
    elements.push({
      id: `urn:li:reaction:(${actor},${post.activity_urn})`,
      reactionType: typeOf(i),
      root: post.activity_urn,
      created: { actor, time },
      lastModified: { actor, time },
    })
  }
  const body = calls.paged(elements, start, count, numbers.likes)
  return { body, ids: [urn] }
}
