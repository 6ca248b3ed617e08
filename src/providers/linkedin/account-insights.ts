import {
  type AccountInsightsPage,
  type AccountInsightsRequest,
  inParallel,
  type PlatformCall,
} from "../../platform-kit"
import { attempt, ofAccount, type Outcome } from "./attempt"
import { NO_AUDIENCE, readAudience } from "./audience"
import type { LinkedInClient } from "./client"
import {
  composeDays,
  composeToday,
  type DayAnswer,
  type DayPart,
  overlap,
  refusalReason,
} from "./day-parts"
import { readFollowers } from "./followers"
import { memberParts } from "./member-days"
import { organizationParts } from "./organization-days"
import { linkedinProfile } from "./profile"
import { MEMBER_PROFILE_SCOPE, PAGE_ADMIN_SCOPE } from "./scope-names"

/**
 * Reads the numbers of a page or a person: one call per kind of number for the
 * whole range, one for the followers of today and one for who they are.
 *
 * @throws PlatformError when nothing can be read
 */
export async function* readAccountDays(
  client: LinkedInClient,
  call: PlatformCall,
  request: AccountInsightsRequest
): AsyncGenerator<AccountInsightsPage> {
  const isMember = call.account.settings.kind === "member"
  const ofFollowers = isMember ? MEMBER_PROFILE_SCOPE : PAGE_ADMIN_SCOPE
  // First of all, and alone: it tells a dead token before more is asked.
  const followers = await attempt(ofFollowers, () =>
    readFollowers(client, call)
  )
  const parts = (isMember ? memberParts : organizationParts)(
    client,
    call,
    request.today
  )
  const answers = await readParts(parts, request)
  const who =
    request.audience && !isMember
      ? await attempt(ofFollowers, () => readAudience(client, call))
      : null
  const problems = [
    { name: "Followers", error: followers.error },
    ...answers.map(({ part, error }) => ({ name: part.name, error })),
    { name: "Demographics", error: who?.error ?? null },
  ].flatMap(({ name, error }) => (error ? [{ part: name, error }] : []))
  if (followers.error && answers.every(({ readings }) => !readings.length)) {
    throw ofAccount(followers.error)
  }
  yield {
    days: [
      ...composeDays(request, answers),
      composeToday(request.today, answers, totalsOf(followers)),
    ],
    ...(request.audience &&
      (isMember || who?.value) && { audience: who?.value ?? NO_AUDIENCE }),
    problems,
  }
}

/** Asks each part for the days it can tell of; none when there are none. */
async function readParts(
  parts: readonly DayPart[],
  request: AccountInsightsRequest
): Promise<DayAnswer[]> {
  const limit = linkedinProfile.parallel_calls
  const answers = new Map<DayPart, DayAnswer>()
  const read = async (part: DayPart): Promise<DayAnswer> => {
    const range = overlap(request, part.window)
    if (range.from > range.to) {
      return { part, readings: [], error: null }
    }
    const { value, error } = await attempt(part.scope, () => part.read(range))
    return { part, readings: value ?? [], error }
  }
  for await (const answer of inParallel(parts, limit, read)) {
    answers.set(answer.part, answer)
  }
  return parts.flatMap((part) => answers.get(part) ?? [])
}

function totalsOf({
  value,
  error,
}: Outcome<number | null>): Parameters<typeof composeToday>[2] {
  const reason = error ? refusalReason(error) : "not_returned"
  if (value !== null || reason === null) {
    return {
      metrics: value === null ? {} : { followers: value },
      unavailable: {},
    }
  }
  return { metrics: { followers: null }, unavailable: { followers: reason } }
}
