import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import { isRefused } from "../../../modules/social-posts/sql/database"
import type { SealedAccount } from "../../../modules/social-posts/types/accounts"
import type { FailedAccount } from "../../../modules/social-posts/types/connections"

/** Ids of the accounts that are connected now, and the others. */
export interface StoredAccounts {
  ids: string[]
  failed: FailedAccount[]
}

/**
 * Keeps several accounts, each on its own: one that the database refuses does
 * not cost the others. Not compensated: an account that existed before must
 * keep its new token when a later step fails.
 *
 * @example
 * const { ids, failed } = storeSocialAccountsStep(accounts)
 */
export const storeSocialAccountsStep = createStep(
  "store-social-accounts",
  async (accounts: SealedAccount[], { container }) => {
    const socialPosts =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const stored: StoredAccounts = { ids: [], failed: [] }
    for (const account of accounts) {
      try {
        stored.ids.push(await socialPosts.storeAccount(account))
      } catch (error) {
        if (!isRefused(error)) {
          throw error
        }
        stored.failed.push({
          external_id: account.external_id,
          message: `The account could not be stored (PostgreSQL ${error.code}). Start again from the accounts page.`,
        })
      }
    }
    return new StepResponse(stored)
  }
)
