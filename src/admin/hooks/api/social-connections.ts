import { useQuery } from "@tanstack/react-query"
import type { ConsentAnswer } from "../../lib/consent-answer"
import { LIVE, type QueryOptions } from "../../lib/queries"
import {
  socialAccountKeys,
  socialConnectionKeys,
  socialPostKeys,
} from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { ChooseAccountsAnswer, SocialConnection } from "../../types/http"
import { type MutationOptions, useSocialMutation } from "../use-social-mutation"

const ROUTE = "/admin/social-accounts"

export type SocialConnectionAnswer = { connection: SocialConnection }

export interface AuthorizeSocialAccountBody {
  platform: string
  flow?: string
  /** This admin's callback page; absolute. */
  redirect_uri: string
  /** Connects that account again. */
  account_id?: string
}

export interface AuthorizeSocialAccountAnswer {
  /** The platform's consent page. */
  authorization_url: string
  expires_at: string
}

/** Begins to connect accounts: gives the address of the consent page. */
export const useAuthorizeSocialAccount = (
  options?: MutationOptions<
    AuthorizeSocialAccountAnswer,
    AuthorizeSocialAccountBody
  >
) =>
  useSocialMutation({
    options,
    invalidates: () => [],
    mutationFn: (body: AuthorizeSocialAccountBody) =>
      sdk.client.fetch<AuthorizeSocialAccountAnswer>(`${ROUTE}/authorize`, {
        method: "POST",
        body,
      }),
  })

/**
 * Hands in what a consent page brought back. It counts once: the same answer
 * is refused the second time.
 */
export const answerConsent = (body: ConsentAnswer) =>
  sdk.client.fetch<SocialConnectionAnswer>(`${ROUTE}/callback`, {
    method: "POST",
    body,
  })

/** What a consent page brought, until accounts are chosen: then 404. */
export const useSocialConnection = (
  id: string,
  options?: QueryOptions<SocialConnectionAnswer>
) => {
  const { data, ...rest } = useQuery({
    queryKey: socialConnectionKeys.detail(id),
    queryFn: () =>
      sdk.client.fetch<SocialConnectionAnswer>(`${ROUTE}/connections/${id}`),
    ...LIVE,
    // What was found does not change while one chooses.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    placeholderData: undefined,
    ...options,
  })
  return { ...data, ...rest }
}

/** Connects the chosen accounts, and ends the connection. */
export const useChooseSocialAccounts = (
  id: string,
  options?: MutationOptions<ChooseAccountsAnswer, string[]>
) =>
  useSocialMutation({
    options,
    invalidates: () => [socialAccountKeys.all, socialPostKeys.all],
    mutationFn: (external_ids: string[]) =>
      sdk.client.fetch<ChooseAccountsAnswer>(`${ROUTE}/connections/${id}`, {
        method: "POST",
        body: { external_ids },
      }),
  })
