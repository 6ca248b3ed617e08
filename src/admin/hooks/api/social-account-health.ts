import { socialAccountKeys, socialPostKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { SocialAccount, SocialAccountCheck } from "../../types/http"
import { type MutationOptions, useSocialMutation } from "../use-social-mutation"

const ROUTE = "/admin/social-accounts"

/** What the platform says may change the account, and posts show its state. */
const changed = () => [socialAccountKeys.all, socialPostKeys.all]

/** Asks the platform how an account is: token, permissions, limits. */
export const useCheckSocialAccount = (
  id: string,
  options?: MutationOptions<{ check: SocialAccountCheck }, void>
) =>
  useSocialMutation({
    options,
    invalidates: changed,
    mutationFn: () =>
      sdk.client.fetch<{ check: SocialAccountCheck }>(`${ROUTE}/${id}/check`, {
        method: "POST",
      }),
  })

/** Renews an account's token now, where its platform allows that. */
export const useRefreshSocialAccountToken = (
  id: string,
  options?: MutationOptions<{ social_account: SocialAccount }, void>
) =>
  useSocialMutation({
    options,
    invalidates: changed,
    mutationFn: () =>
      sdk.client.fetch<{ social_account: SocialAccount }>(
        `${ROUTE}/${id}/refresh-token`,
        { method: "POST" }
      ),
  })
