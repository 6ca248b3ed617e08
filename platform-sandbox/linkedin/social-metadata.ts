import { batchOf } from "./batch"
import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { LiPost } from "./model"
import { numbersAt } from "./numbers"
import { postOfTarget, requireSocialFeed } from "./social-access"
import { requireUrn, requireUrnList } from "./urn"

const TYPES = ["share", "ugcPost", "activity"]

/** Fresh counters of a post (§5, M1): no impressions, no reposts. */
export function metadataOf(seed: number, post: LiPost, now_ms: number) {
  const numbers = numbersAt(seed, post, now_ms)
  return {
    entity: post.urn,
    commentsState: post.traits.includes("comments_closed") ? "CLOSED" : "OPEN",
    commentSummary: {
      count: numbers.comments,
      topLevelCount: numbers.top_comments,
    },
    reactionSummaries: Object.fromEntries(
      Object.entries(numbers.reactions).map(([reactionType, count]) => [
        reactionType,
        { reactionType, count },
      ])
    ),
  }
}

const read = (call: Call, urn: string, method: string) =>
  metadataOf(
    call.world.seed,
    postOfTarget(call, urn, method),
    call.world.now_ms()
  )

/** M1, single. */
export function oneMetadata(call: Call): EndpointAnswer {
  calls.requireMethod(call, "GET")
  calls.allowParams(call, [])
  const urn = requireUrn("urn", call.key, TYPES)
  return { body: read(call, urn, "GET"), ids: [urn] }
}

/** M1, batch. */
export function manyMetadata(call: Call): EndpointAnswer {
  calls.allowParams(call, ["ids"])
  const urns = requireUrnList("ids", call.params.ids, TYPES)
  requireSocialFeed(call, "BATCH_GET")
  const body = batchOf(call, urns, (urn) => read(call, urn, "BATCH_GET"))
  return { body, ids: urns }
}
