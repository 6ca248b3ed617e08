import { useQuery } from "@tanstack/react-query"
import type { DayRange } from "../../lib/day-range"
import {
  keepOfRecord,
  LIVE,
  type QueryOptions,
  throwWithoutSession,
} from "../../lib/queries"
import { socialAccountKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type {
  SocialAccountAudience,
  SocialAccountTimeline,
} from "../../types/http"

const ROUTE = "/admin/social-accounts"

/**
 * An account's own numbers day by day, with what the span brought and what the
 * span of the same length before it did. Both days are included.
 */
export const useSocialAccountTimeline = (
  accountId: string,
  range: DayRange,
  options?: QueryOptions<SocialAccountTimeline>
) => {
  const query = { ...range, compare: "previous" }
  const { data, ...rest } = useQuery({
    queryKey: socialAccountKeys.part(accountId, "timeline", query),
    queryFn: () =>
      sdk.client.fetch<SocialAccountTimeline>(
        `${ROUTE}/${accountId}/timeline`,
        { query }
      ),
    ...LIVE,
    placeholderData: keepOfRecord(accountId),
    throwOnError: throwWithoutSession,
    ...options,
  })
  return { timeline: data, ...rest }
}

/** Who follows an account, as it was read last; `null` before that. */
export const useSocialAccountAudience = (
  accountId: string,
  options?: QueryOptions<{ audience: SocialAccountAudience | null }>
) => {
  const { data, ...rest } = useQuery({
    queryKey: socialAccountKeys.part(accountId, "audience"),
    queryFn: () =>
      sdk.client.fetch<{ audience: SocialAccountAudience | null }>(
        `${ROUTE}/${accountId}/audience`
      ),
    ...LIVE,
    placeholderData: undefined,
    throwOnError: throwWithoutSession,
    ...options,
  })
  return { ...data, ...rest }
}
