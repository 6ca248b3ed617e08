import { Avatar } from "@medusajs/ui"
import { accountName } from "../../lib/account-name"
import type { SocialAccount } from "../../types/http"
import { PlatformIcon } from "../common/platform-label"

interface AccountAvatarProps {
  account: Pick<
    SocialAccount,
    "id" | "username" | "display_name" | "avatar_url" | "platform"
  >
  size?: "small" | "large"
}

/**
 * An account's picture with its platform in the corner. Platforms sign the
 * addresses of pictures for some days only; then the initial stands in.
 */
export const AccountAvatar = ({
  account,
  size = "small",
}: AccountAvatarProps) => (
  // The name is beside it.
  <span aria-hidden className="relative shrink-0">
    <Avatar
      size={size === "large" ? "large" : "base"}
      src={account.avatar_url ?? undefined}
      fallback={accountName(account).charAt(0).toUpperCase()}
    />
    <span className="bg-ui-bg-base absolute -bottom-1 -right-1 flex size-4 items-center justify-center rounded-full">
      <PlatformIcon platform={account.platform} className="size-3" />
    </span>
  </span>
)
