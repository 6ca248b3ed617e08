import type { MedusaContainer } from "@medusajs/framework/types"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import type { AccountFigures } from "../../../modules/social-posts/sql/account-figures"

const NONE: AccountFigures = {
  posts_count: 0,
  problems_count: 0,
  next_sync_at: null,
  renewal_failed_at: null,
  needs_attention: false,
}

/** Accounts with what their posts and tokens come to; one query for all. */
export async function withFigures<T extends { id: string }>(
  accounts: T[],
  scope: MedusaContainer
): Promise<(T & AccountFigures)[]> {
  const figures = await scope
    .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    .loadAccountFigures(accounts.map(({ id }) => id))
  return accounts.map((account) => ({
    ...account,
    ...(figures.get(account.id) ?? NONE),
  }))
}
