import { useQuery } from "@tanstack/react-query"
import { LIVE, type QueryOptions, throwWithoutSession } from "../../lib/queries"
import { socialSyncScheduleKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { SocialSyncSchedule } from "../../types/http"

type Answer = { schedule: SocialSyncSchedule }

/**
 * When an account with this schedule would be read: a preset's name or a cron
 * expression. A wrong one is an error that says what is allowed.
 */
export const useSocialSyncSchedule = (
  schedule: string,
  options?: QueryOptions<Answer>
) => {
  const { data, ...rest } = useQuery({
    queryKey: socialSyncScheduleKeys.detail(schedule),
    queryFn: () =>
      sdk.client.fetch<Answer>("/admin/social-sync-schedules", {
        query: { schedule },
      }),
    ...LIVE,
    placeholderData: undefined,
    throwOnError: throwWithoutSession,
    ...options,
  })
  return { ...data, ...rest }
}
