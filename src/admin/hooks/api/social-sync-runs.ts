import { useQuery } from "@tanstack/react-query"
import { LIVE, type QueryOptions, throwWithoutData } from "../../lib/queries"
import { socialSyncRunKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { Page, SocialSyncRun } from "../../types/http"

const ROUTE = "/admin/social-sync-runs"
const PROGRESS_EVERY = 1_000

export type SocialSyncRunsAnswer = Page & { social_sync_runs: SocialSyncRun[] }

export const useSocialSyncRuns = (
  query?: Record<string, unknown>,
  options?: QueryOptions<SocialSyncRunsAnswer>
) => {
  const { data, ...rest } = useQuery({
    queryKey: socialSyncRunKeys.list(query),
    queryFn: () => sdk.client.fetch<SocialSyncRunsAnswer>(ROUTE, { query }),
    ...LIVE,
    throwOnError: throwWithoutData,
    ...options,
  })
  return { ...data, ...rest }
}

export const socialSyncRunQuery = (id: string) => ({
  queryKey: socialSyncRunKeys.detail(id),
  queryFn: () =>
    sdk.client.fetch<{ social_sync_run: SocialSyncRun }>(`${ROUTE}/${id}`),
})

/** One run; asked for again each second while it is running. */
export const useSocialSyncRun = (
  id: string,
  options?: QueryOptions<{ social_sync_run: SocialSyncRun }>
) => {
  const { data, ...rest } = useQuery({
    ...socialSyncRunQuery(id),
    ...LIVE,
    placeholderData: undefined,
    throwOnError: throwWithoutData,
    refetchInterval: ({ state }) =>
      state.data?.social_sync_run.status === "running" ? PROGRESS_EVERY : false,
    ...options,
  })
  return { ...data, ...rest }
}
