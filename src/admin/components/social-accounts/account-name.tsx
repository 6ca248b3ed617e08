import { Text } from "@medusajs/ui"
import { accountName } from "../../lib/account-name"
import type { SocialAccount } from "../../types/http"

interface AccountNameProps {
  account: Pick<SocialAccount, "id" | "username" | "display_name">
}

/** An account's name, and its @name below where that is another one. */
export const AccountName = ({ account }: AccountNameProps) => {
  const name = accountName(account)
  const { username } = account
  return (
    <span className="flex min-w-0 flex-col">
      <Text as="span" size="small" leading="compact" className="truncate">
        {name}
      </Text>
      {username && username !== name && (
        <Text
          as="span"
          size="xsmall"
          leading="compact"
          className="text-ui-fg-subtle truncate"
        >
          @{username}
        </Text>
      )}
    </span>
  )
}
