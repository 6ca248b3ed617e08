import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../modules/social-posts"
import type SocialPostsModuleService from "../../modules/social-posts/service"
import type { SyncScope } from "../../modules/social-posts/types/sync"
import { requireReadableAccount } from "./require-readable-account"

/**
 * What a caller means by `platform_id`: an account's id, or the name of a
 * platform.
 * @throws MedusaError 400 naming what is allowed
 */
export async function resolvePlatformId(
  platformId: string | undefined,
  container: MedusaContainer
): Promise<Pick<SyncScope, "platform" | "account_id">> {
  if (!platformId) {
    return {}
  }
  const socialPosts =
    container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const platforms = await socialPosts.listPlatforms()
  const wanted = platformId.toLowerCase()
  const platform = platforms.find(
    ({ identifier, aliases }) =>
      identifier === wanted || aliases.includes(wanted)
  )
  if (platform) {
    return { platform: platform.identifier }
  }
  const [account] = await socialPosts.listSocialAccounts({ id: platformId })
  if (!account) {
    const names = platforms.map(({ identifier }) => identifier).join(", ")
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `platform_id "${platformId}" is neither a connected account nor a platform. Platforms: ${names}.`
    )
  }
  await requireReadableAccount(account.id, container)
  return { account_id: account.id }
}
