import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { numbersAt, PostNumbers } from "./numbers"
import { approvedPages, hasRole } from "./token"
import { requireUrn } from "./urn"

/** Types of V2 (§4); the watch times are unverified. */
const TYPES: Record<string, (numbers: PostNumbers) => number> = {
  VIDEO_VIEW: (n) => n.plays,
  VIEWER: (n) => n.viewers,
  TIME_WATCHED: (n) => n.watch_time_ms,
  TIME_WATCHED_FOR_VIDEO_VIEWS: (n) => Math.floor(n.watch_time_ms * 0.9),
}

/** V2: one type and one post per call; only the whole time is offered here. */
export function videoAnalytics(call: Call): EndpointAnswer {
  calls.requireMethod(call, "FINDER")
  calls.allowParams(call, ["q", "entity", "type", "aggregation"])
  calls.oneOf(call, "q", ["entity"])
  const urn = requireUrn("entity", call.params.entity, ["share", "ugcPost"])
  const type = calls.oneOf(call, "type", Object.keys(TYPES))
  calls.oneOf(call, "aggregation", ["ALL"])
  const { token } = call
  // Which of its scopes opens this endpoint is unverified.
  const scoped = ["r_organization_social", "rw_organization_admin"].some(
    (scope) => token.scopes.includes(scope)
  )
  if (!scoped || !approvedPages(token).length) {
    throw calls.denied(call, "FINDER-entity")
  }
  const post = calls.ownPost(call, urn, "FINDER-entity")
  if (post.author === token.person.urn) {
    throw calls.denied(call, "FINDER-entity")
  }
  const numbers = numbersAt(call.world.seed, post, call.world.now_ms())
  // Zero instead of a refusal without the role (vendor note).
  const administers = hasRole(token, ["ADMINISTRATOR"], post.author)
  const value = administers ? (TYPES[type]?.(numbers) ?? 0) : 0
  return { body: calls.paged([{ entity: urn, value }], 0, 10), ids: [urn] }
}
