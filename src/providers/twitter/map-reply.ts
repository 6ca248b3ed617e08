import { type PlatformComment, toNumber } from "../../platform-kit"
import { withoutEntities } from "./map-details"
import type { XPost } from "./schemas"

/**
 * Turns a reply into a comment. Pure. Names of authors are not asked for: each
 * would be billed.
 *
 * @param roots ids of the post itself; a reply to it has no parent comment
 * @param accountId the account whose post it is
 */
export function mapReply(
  reply: XPost,
  roots: readonly string[],
  accountId: string
): PlatformComment {
  const to = reply.references.find(({ type }) => type === "replied_to")?.id
  return {
    id: reply.id,
    parent_id: to === undefined || roots.includes(to) ? null : to,
    text: reply.text === null ? null : withoutEntities(reply.text),
    author_id: reply.author_id,
    author_name: null,
    like_count: toNumber(reply.counters.public_metrics?.like_count),
    hidden: null,
    created_at: reply.created_at,
    by_account: reply.author_id === null ? null : reply.author_id === accountId,
  }
}
