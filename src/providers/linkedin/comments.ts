import {
  type CommentPage,
  type CommentRequest,
  inParallel,
  ofOnePart,
  type PlatformCall,
  PlatformError,
  stopsAccount,
} from "../../platform-kit"
import type { LinkedInClient } from "./client"
import { CommentReading } from "./comment-reading"
import { linkedinProfile } from "./profile"

const MEMBER_SCOPE = "r_member_social_feed"

/**
 * Reads comments, newest first, and the answers to them where their number is
 * not what is stored: each thread costs a call.
 */
export async function* fetchComments(
  client: LinkedInClient,
  call: PlatformCall,
  requests: readonly CommentRequest[]
): AsyncGenerator<CommentPage> {
  if (isOutOfReach(call)) {
    for (const { post } of requests) {
      yield { post, comments: [], capped: false, problem: null }
    }
    return
  }
  let stopped: PlatformError | null = null
  const read = async (request: CommentRequest): Promise<CommentPage> => {
    const reading = new CommentReading(client, call, request)
    const problem = stopped ?? (await problemOf(call, () => reading.read()))
    if (problem && stopsAccount(problem)) {
      stopped = problem
    }
    return { ...reading.page(), problem: problem && ofOnePart(problem) }
  }
  yield* inParallel(requests, linkedinProfile.parallel_calls, read)
}

/** LinkedIn closed the scope to new apps: asking without it cannot succeed. */
function isOutOfReach({ account }: PlatformCall): boolean {
  return (
    account.settings.kind === "member" &&
    account.scopes !== null &&
    !account.scopes.includes(MEMBER_SCOPE)
  )
}

async function problemOf(
  { account }: PlatformCall,
  read: () => Promise<void>
): Promise<PlatformError | null> {
  try {
    await read()
    return null
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    if (error.kind !== "permission") {
      return error
    }
    const scope =
      account.settings.kind === "member"
        ? MEMBER_SCOPE
        : "r_organization_social_feed"
    return new PlatformError({
      kind: "permission",
      scope: "account",
      code: error.code,
      message: `Permission denied: comments need the scope ${scope}. Reconnect the account and grant it.`,
      missing_scope: scope,
      cause: error,
    })
  }
}
