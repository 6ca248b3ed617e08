import { sdk } from "../../lib/sdk"
import {
  socialAccountKeys,
  socialPostKeys,
  socialSyncRunKeys,
} from "../../lib/query-keys"
import type {
  SocialSyncRun,
  SyncAllAnswer,
  SyncPostAnswer,
} from "../../types/http"
import { type MutationOptions, useSocialMutation } from "../use-social-mutation"

/** What a sync makes untrue: lists, the sync log, and what is shown of posts. */
const afterSync = () => [
  socialPostKeys.all,
  socialAccountKeys.all,
  socialSyncRunKeys.all,
]

/** A post's id, or with `force` to read it although its numbers are fresh. */
export type SyncPostInput = string | { id: string; force?: boolean }

/**
 * Syncs the insights of one post.
 *
 * @example
 * const { mutate: syncInsights, isPending } = useSyncPostInsights()
 * syncInsights(postId, { onSuccess: (data) => console.log(data.insights) })
 */
export const useSyncPostInsights = (
  options?: MutationOptions<SyncPostAnswer, SyncPostInput>
) =>
  useSocialMutation({
    options,
    invalidates: afterSync,
    mutationFn: (input: SyncPostInput) => {
      const { id, force } = typeof input === "string" ? { id: input } : input
      return sdk.client.fetch<SyncPostAnswer>(
        `/admin/social-posts/${id}/sync-insights`,
        { method: "POST", body: force ? { force } : {} }
      )
    },
  })

/** Which posts; without anything the 50 newest of all platforms. */
export interface SyncAllInput {
  /** An account's id or a platform's name. */
  platform_id?: string
  /** 1 to 1000, default 50. */
  limit?: number
  /** Instead of `platform_id`: these posts, at most 1000. */
  post_ids?: string[]
  /** Also posts whose numbers are still fresh. */
  force?: boolean
}

/**
 * Syncs many posts and waits for the result.
 *
 * @example
 * const { mutate: syncAll, isPending } = useSyncAllPostInsights()
 * syncAll({ platform_id: "instagram", limit: 50 })
 * syncAll()
 */
export const useSyncAllPostInsights = (
  options?: MutationOptions<SyncAllAnswer, SyncAllInput | void>
) =>
  useSocialMutation({
    options,
    invalidates: afterSync,
    mutationFn: (input: SyncAllInput | void) =>
      sdk.client.fetch<SyncAllAnswer>("/admin/social-posts/sync-all-insights", {
        method: "POST",
        body: { ...input },
      }),
  })

/**
 * Starts a bulk sync and answers with its run at once; the run tells of its
 * progress (`useSocialSyncRun`).
 */
export const useStartBulkSync = (
  options?: MutationOptions<{ run: SocialSyncRun }, SyncAllInput>
) =>
  useSocialMutation({
    options,
    invalidates: () => [socialSyncRunKeys.all],
    mutationFn: (input: SyncAllInput) =>
      sdk.client.fetch<{ run: SocialSyncRun }>(
        "/admin/social-posts/sync-all-insights",
        { method: "POST", body: { ...input, background: true } }
      ),
  })
