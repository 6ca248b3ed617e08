import type { AdminGetSocialSyncRunsParamsType } from "./validators"

/** Filters of the log as the run's columns have them. */
export function toRunFilters({
  account_id,
  platform,
  started_after,
  started_before,
  ...filters
}: Partial<AdminGetSocialSyncRunsParamsType>) {
  const scope = {
    ...(account_id && { account_id }),
    ...(platform && { platform }),
  }
  const started_at = {
    ...(started_after && { $gte: started_after }),
    ...(started_before && { $lt: started_before }),
  }
  return {
    ...filters,
    ...(Object.keys(scope).length > 0 && { scope }),
    ...(Object.keys(started_at).length > 0 && { started_at }),
  }
}
