import type { SyncAllInput } from "../../../hooks/api/post-insights"

/** What a choice of everything is called in the form. */
export const EVERYTHING = "all"
/** What the server takes. */
export const LARGEST = 1000

export interface BulkSyncValues {
  /** `EVERYTHING`, a platform, or an account's id. */
  scope: string
  /** As it was typed. */
  limit: string
  force: boolean
}

export const USUAL: BulkSyncValues = {
  scope: EVERYTHING,
  limit: "50",
  force: false,
}

/** Whole numbers from 1 to the largest. */
export function isAllowedLimit(typed: string): boolean {
  const limit = Number(typed)
  return Number.isInteger(limit) && limit >= 1 && limit <= LARGEST
}

export const toInput = ({
  scope,
  limit,
  force,
}: BulkSyncValues): SyncAllInput => ({
  ...(scope !== EVERYTHING && { platform_id: scope }),
  limit: Number(limit),
  force,
})
