import { useQuery } from "@tanstack/react-query"
import {
  LIVE,
  type QueryOptions,
  throwWithoutData,
  throwWithoutSession,
} from "../../lib/queries"
import {
  socialAccountKeys,
  socialPostKeys,
  socialSyncRunKeys,
} from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type {
  Page,
  RemoveAccountAnswer,
  SocialAccount,
  SocialAccountRemoval,
  SocialSyncRun,
} from "../../types/http"
import { type MutationOptions, useSocialMutation } from "../use-social-mutation"

const ROUTE = "/admin/social-accounts"

/** Posts show their account's state. */
const changedAccounts = () => [socialAccountKeys.all, socialPostKeys.all]

export type SocialAccountsAnswer = Page & { social_accounts: SocialAccount[] }

export const useSocialAccounts = (
  query?: Record<string, unknown>,
  options?: QueryOptions<SocialAccountsAnswer>
) => {
  const { data, ...rest } = useQuery({
    queryKey: socialAccountKeys.list(query),
    queryFn: () => sdk.client.fetch<SocialAccountsAnswer>(ROUTE, { query }),
    ...LIVE,
    throwOnError: throwWithoutData,
    ...options,
  })
  return { ...data, ...rest }
}

export const socialAccountQuery = (id: string) => ({
  queryKey: socialAccountKeys.detail(id),
  queryFn: () =>
    sdk.client.fetch<{ social_account: SocialAccount }>(`${ROUTE}/${id}`),
})

export const useSocialAccount = (
  id: string,
  options?: QueryOptions<{ social_account: SocialAccount }>
) => {
  const { data, ...rest } = useQuery({
    ...socialAccountQuery(id),
    ...LIVE,
    placeholderData: undefined,
    throwOnError: throwWithoutData,
    ...options,
  })
  return { ...data, ...rest }
}

/**
 * Nothing keeps a pasted token: the cache forgets it with its form, and nothing
 * waits with it for the network to come back.
 */
const KEPT_BY_NOBODY = { gcTime: 0, networkMode: "always" } as const

export interface ConnectSocialAccountBody {
  platform: string
  external_id: string
  access_token: string
  username?: string
  settings?: Record<string, string>
}

/** Connects an account by a pasted token, which is checked with the platform. */
export const useConnectSocialAccount = (
  options?: MutationOptions<
    { social_account: SocialAccount },
    ConnectSocialAccountBody
  >
) =>
  useSocialMutation({
    options: { ...options, ...KEPT_BY_NOBODY },
    invalidates: changedAccounts,
    mutationFn: (body: ConnectSocialAccountBody) =>
      sdk.client.fetch<{ social_account: SocialAccount }>(ROUTE, {
        method: "POST",
        body,
      }),
  })

export interface UpdateSocialAccountBody {
  status?: "active" | "paused"
  username?: string
  access_token?: string
  sync_numbers?: boolean
  sync_comments?: boolean
  /** A preset's name or a cron expression; `null` follows the posts' age. */
  sync_schedule?: string | null
}

/** Pauses or resumes an account, says what is read, or gives it a new token. */
export const useUpdateSocialAccount = (
  id: string,
  options?: MutationOptions<
    { social_account: SocialAccount },
    UpdateSocialAccountBody
  >
) =>
  useSocialMutation({
    options: { ...options, ...KEPT_BY_NOBODY },
    invalidates: changedAccounts,
    mutationFn: (body: UpdateSocialAccountBody) =>
      sdk.client.fetch<{ social_account: SocialAccount }>(`${ROUTE}/${id}`, {
        method: "POST",
        body,
      }),
  })

/** What removing the account would delete, and what it does at the platform. */
export const useSocialAccountRemoval = (
  id: string,
  options?: QueryOptions<{ removal: SocialAccountRemoval }>
) => {
  const { data, ...rest } = useQuery({
    queryKey: socialAccountKeys.part(id, "removal"),
    queryFn: () =>
      sdk.client.fetch<{ removal: SocialAccountRemoval }>(
        `${ROUTE}/${id}/removal`
      ),
    ...LIVE,
    placeholderData: undefined,
    throwOnError: throwWithoutSession,
    ...options,
  })
  return { ...data, ...rest }
}

/** Forgets the account's token; with `delete_data` its posts and history too. */
export const useRemoveSocialAccount = (
  id: string,
  options?: MutationOptions<RemoveAccountAnswer, { delete_data: boolean }>
) =>
  useSocialMutation({
    options,
    // An account that is gone must not be asked for again; one that stays is
    // shown as disconnected at once.
    invalidates: ({ delete_data }) =>
      delete_data
        ? [socialAccountKeys.lists(), socialPostKeys.all]
        : changedAccounts(),
    mutationFn: (query: { delete_data: boolean }) =>
      sdk.client.fetch<RemoveAccountAnswer>(`${ROUTE}/${id}`, {
        method: "DELETE",
        query,
      }),
  })

/** Starts a sync of the account's posts and answers with its run at once. */
export const useSyncSocialAccount = (
  id: string,
  options?: MutationOptions<{ run: SocialSyncRun }, { force?: boolean } | void>
) =>
  useSocialMutation({
    options,
    invalidates: () => [socialSyncRunKeys.all],
    mutationFn: (input: { force?: boolean } | void) =>
      sdk.client.fetch<{ run: SocialSyncRun }>(`${ROUTE}/${id}/sync`, {
        method: "POST",
        body: { ...input, background: true },
      }),
  })
