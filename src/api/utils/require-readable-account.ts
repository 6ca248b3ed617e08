import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { refetchSocialAccount } from "../admin/social-accounts/refetch-social-account"

/**
 * @throws 404 for an unknown account, 400 with the reason and what to do for
 * one that cannot be read
 */
export async function requireReadableAccount(
  id: string,
  scope: MedusaContainer
): Promise<void> {
  const account = await refetchSocialAccount(id, scope, [
    "status",
    "status_reason",
  ])
  if (account.status !== "active") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The account cannot be synced. ${account.status_reason ?? "Reconnect or resume it."}`
    )
  }
}
