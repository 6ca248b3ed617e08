import { featureRequired, missingPermission } from "../meta/errors"
import { unsupportedRequest } from "../meta/errors"
import { GraphContext } from "../meta/graph"
import { DAY } from "../meta/time"
import { has, InstagramMedia } from "./model"

/** Scope names differ by login (instagram §1). */
const SCOPES = {
  IGH: {
    basic: "instagram_business_basic",
    insights: "instagram_business_manage_insights",
    comments: "instagram_business_manage_comments",
  },
  FBH: {
    basic: "instagram_basic",
    insights: "instagram_manage_insights",
    comments: "instagram_manage_comments",
  },
}

type Right = keyof (typeof SCOPES)["IGH"]

const may = ({ token, dialect }: GraphContext, right: Right) =>
  token.scopes.has(SCOPES[dialect][right])

export const canReadInsights = (context: GraphContext) =>
  may(context, "insights")

/** Without it a comment has no author (instagram §5). */
export const canReadAuthors = (context: GraphContext) =>
  may(context, "comments")

/** Refuses objects of other people's accounts, and reading without the basic scope. */
export function authoriseAccount(
  account_id: string,
  id: string,
  context: GraphContext
): void {
  if (!context.token.ig_ids.has(account_id)) {
    throw unsupportedRequest(id)
  }
  if (!may(context, "basic")) {
    throw missingPermission()
  }
}

/** True while the media can be read at all; stories may vanish after a day. */
export function exists(media: InstagramMedia, context: GraphContext): boolean {
  const { situations, now } = context
  const nature = has(media, "deleted") ? "33" : undefined
  if (situations.deletion(media.id, nature)) {
    return false
  }
  const gone = has(media, "expires_gone") && now - media.posted >= DAY
  return now >= media.posted && !gone
}

export function authoriseMedia(
  media: InstagramMedia,
  context: GraphContext
): void {
  authoriseAccount(media.account.id, media.id, context)
  if (!exists(media, context)) {
    const nature = has(media, "deleted") ? "33" : undefined
    throw context.situations.deletion(media.id, nature) === "10"
      ? featureRequired(10)
      : unsupportedRequest(media.id)
  }
}
