import { Avatar } from "@medusajs/ui"
import { accountName } from "../../../lib/account-name"
import type { SocialAccountSummary } from "../../../types/http"
import { TextLink } from "../../common/text-link"

/** An account's picture and name, leading to its page. */
export const AccountLink = ({ account }: { account: SocialAccountSummary }) => {
  const name = accountName(account)
  return (
    <TextLink
      to={`/social/accounts/${account.id}`}
      className="flex min-w-0 items-center gap-x-2"
    >
      <span aria-hidden className="flex shrink-0">
        <Avatar
          size="2xsmall"
          src={account.avatar_url ?? undefined}
          fallback={name.charAt(0).toUpperCase()}
        />
      </span>
      <span className="min-w-0 truncate">{name}</span>
    </TextLink>
  )
}
