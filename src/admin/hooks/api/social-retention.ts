import { useQuery } from "@tanstack/react-query"
import { LIVE, type QueryOptions, throwWithoutData } from "../../lib/queries"
import {
  socialCommentKeys,
  socialPostKeys,
  socialRetentionKeys,
} from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type {
  SocialRetention,
  SocialRetentionRun,
  SocialRetentionSettings,
} from "../../types/http"
import { type MutationOptions, useSocialMutation } from "../use-social-mutation"

const ROUTE = "/admin/social-retention"

/** What is kept how long, by whose rule, and what was removed last. */
export const useSocialRetention = (options?: QueryOptions<SocialRetention>) => {
  const { data, ...rest } = useQuery({
    queryKey: socialRetentionKeys.all,
    queryFn: () => sdk.client.fetch<SocialRetention>(ROUTE),
    ...LIVE,
    throwOnError: throwWithoutData,
    ...options,
  })
  return { retention: data, ...rest }
}

/** Changes what the store keeps; never longer than the platforms allow. */
export const useUpdateSocialRetention = (
  options?: MutationOptions<unknown, Partial<SocialRetentionSettings>>
) =>
  useSocialMutation({
    options,
    invalidates: () => [socialRetentionKeys.all],
    mutationFn: (body: Partial<SocialRetentionSettings>) =>
      sdk.client.fetch<unknown>(ROUTE, { method: "POST", body }),
  })

/** Removes what is over its time now, or only counts it with `dry_run`. */
export const usePruneSocialData = (
  options?: MutationOptions<{ run: SocialRetentionRun }, { dry_run: boolean }>
) =>
  useSocialMutation({
    options,
    invalidates: ({ dry_run }) =>
      dry_run
        ? []
        : [socialRetentionKeys.all, socialPostKeys.all, socialCommentKeys.all],
    mutationFn: (body: { dry_run: boolean }) =>
      sdk.client.fetch<{ run: SocialRetentionRun }>(`${ROUTE}/prune`, {
        method: "POST",
        body,
      }),
  })
