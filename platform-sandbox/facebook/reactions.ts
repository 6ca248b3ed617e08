import { invalidParameter } from "../meta/errors"
import { EdgeCall, GraphContext } from "../meta/graph"
import { requireUserContent } from "./access"
import { numbersOf } from "./metrics"
import { FacebookPost } from "./model"

/** Reaction types of the edge, and their names in insights (facebook §6). */
const TYPES: Record<string, string | null> = {
  NONE: null,
  LIKE: "like",
  LOVE: "love",
  WOW: "wow",
  HAHA: "haha",
  SAD: "sorry",
  ANGRY: "anger",
  THANKFUL: null,
  // Folded into like by insights.
  CARE: null,
}

/** `reactions.type(…).limit(0).summary(total_count)`; people are not listed. */
export function reactions(
  post: FacebookPost,
  context: GraphContext,
  call: EdgeCall
) {
  const { type, summary } = call.params
  if (type !== undefined && !Object.hasOwn(TYPES, type)) {
    throw invalidParameter(
      `type must be one of the following values: ${Object.keys(TYPES).join(", ")}`
    )
  }
  requireUserContent(context)
  const numbers = numbersOf(context.environment.seed, post, context.now)
  const name = type === undefined ? undefined : TYPES[type]
  const total_count =
    type === undefined
      ? numbers.reactions_total
      : name
        ? (numbers.reactions[name] ?? 0)
        : 0
  const wanted = ["true", "1", "total_count"].includes(summary ?? "")
  return {
    data: [],
    ...(wanted ? { summary: { total_count, viewer_reaction: "NONE" } } : {}),
  }
}
