import {
  type PlatformComment,
  toArray,
  toDate,
  toId,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"

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
 */
export function readCommentPage(
  body: unknown,
  parentId: string | null
): LinkedInCommentPage {
  const record = toRecord(body)
  const elements = toArray(record?.elements)
  return {
    comments: elements.flatMap((one) => readComment(one, parentId) ?? []),
    size: elements.length,
    total: toNumber(toRecord(record?.paging)?.total),
  }
}

function readComment(
  value: unknown,
  parentId: string | null
): LinkedInComment | null {
  const record = toRecord(value)
  const id = toId(record?.id)
  if (!record || !id) {
    return null
  }
  const likes = toRecord(record.likesSummary)
  const answers = toRecord(record.commentsSummary)
  return {
    comment: {
      id,
      parent_id: parentId,
      text: toText(toRecord(record.message)?.text),
      author_id: toId(record.actor),
      author_name: null,
      like_count:
        toNumber(likes?.aggregatedTotalLikes) ?? toNumber(likes?.totalLikes),
      hidden: null,
      created_at: toDate(toRecord(record.created)?.time),
    },
    urn: toId(record.commentUrn),
    replies:
      toNumber(answers?.aggregatedTotalComments) ??
      toNumber(answers?.totalFirstLevelComments),
  }
}
