import {
  type PlatformComment,
  toArray,
  toDate,
  toId,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"
import { unreadable } from "./classify"

/** In front of the id of whoever can own a post. */
const OWNERS = ["urn:li:organization:", "urn:li:person:"]

/** A comment, and what is needed to ask for the answers to it. */
export interface LinkedInComment {
  comment: PlatformComment
  /** `urn:li:comment:(urn:li:activity:…,id)`. */
  urn: string | null
  replies: number | null
}

export interface LinkedInCommentPage {
  comments: LinkedInComment[]
  /** Elements in the answer, readable or not. */
  size: number
  total: number | null
}

/**
 * Reads a page of comments (shape unverified). Names of commenters would need
 * a look-up each and may be cached for a day only, so there are none.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api
 *
 * @param parentId the comment these are answers to
 * @param accountId the page or person whose post it is
 * @throws PlatformError `transient` when there is no list: silence would take
 *   away what is stored
 */
export function readCommentPage(
  body: unknown,
  parentId: string | null,
  accountId: string
): LinkedInCommentPage {
  const record = toRecord(body)
  if (!Array.isArray(record?.elements)) {
    throw unreadable()
  }
  const elements = toArray(record.elements)
  return {
    comments: elements.flatMap(
      (one) => readComment(one, parentId, accountId) ?? []
    ),
    size: elements.length,
    total: toNumber(toRecord(record?.paging)?.total),
  }
}

function readComment(
  value: unknown,
  parentId: string | null,
  accountId: string
): LinkedInComment | null {
  const record = toRecord(value)
  const id = toId(record?.id)
  if (!record || !id) {
    return null
  }
  const actor = toId(record.actor)
  const likes = toRecord(record.likesSummary)
  const answers = toRecord(record.commentsSummary)
  return {
    comment: {
      id,
      parent_id: parentId,
      text: toText(toRecord(record.message)?.text),
      author_id: actor,
      author_name: null,
      like_count:
        toNumber(likes?.aggregatedTotalLikes) ?? toNumber(likes?.totalLikes),
      hidden: null,
      created_at: toDate(toRecord(record.created)?.time),
      by_account: actor === null ? null : isOwn(actor, accountId),
    },
    urn: toId(record.commentUrn),
    replies:
      toNumber(answers?.aggregatedTotalComments) ??
      toNumber(answers?.totalFirstLevelComments),
  }
}

function isOwn(actor: string, accountId: string): boolean {
  return (
    actor === accountId || OWNERS.some((owner) => actor === owner + accountId)
  )
}
