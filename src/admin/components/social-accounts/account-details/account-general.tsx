import { SectionRow } from "@medusajs/dashboard/components"
import { Container, Copy, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useFormat } from "../../../hooks/use-format"
import { accountName } from "../../../lib/account-name"
import type { SocialAccount } from "../../../types/http"
import { PlatformLabel } from "../../common/platform-label"
import { AccountAvatar } from "../account-avatar"
import { AccountMenu } from "../account-menu"
import { AccountStatus } from "../account-status"
import { useAccountType } from "../account-type"
import { Followers } from "../followers"
import { AccountPosts } from "./account-posts"
import { AccountSettings } from "./account-settings"
import { AccountSyncButton } from "./account-sync-button"

interface AccountSectionProps {
  account: SocialAccount
}

/** Who the account is, and what can be done with it. */
export const AccountGeneral = ({ account }: AccountSectionProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const typeInWords = useAccountType()
  const { external_id, account_type } = account
  return (
    <Container className="divide-y p-0">
      <AccountHeader account={account} />
      <SectionRow
        title={t("fields.platform")}
        value={<PlatformLabel platform={account.platform} />}
      />
      <SectionRow
        title={t("fields.type")}
        value={account_type ? typeInWords(account_type) : null}
      />
      <AccountSettings account={account} />
      <SectionRow
        title={t("accounts.fields.externalId")}
        value={
          <span className="flex min-w-0 items-center gap-x-2">
            <span className="break-all">{external_id}</span>
            <Copy
              content={external_id}
              variant="mini"
              aria-label={t("accounts.copyId")}
            />
          </span>
        }
      />
      <SectionRow
        title={t("fields.followers")}
        value={<Followers account={account} />}
      />
      <SectionRow
        title={t("menu.posts")}
        value={<AccountPosts account={account} />}
      />
      <SectionRow
        title={t("accounts.fields.connectedAt")}
        value={format.dateTime(account.created_at)}
      />
    </Container>
  )
}

const AccountHeader = ({ account }: AccountSectionProps) => {
  const navigate = useNavigate()
  const name = accountName(account)
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
      <div className="flex min-w-0 items-center gap-x-3">
        <AccountAvatar account={account} size="large" />
        <div className="flex min-w-0 flex-col">
          <Heading level="h1" className="break-words">
            {name}
          </Heading>
          {account.username && account.username !== name && (
            <span className="text-ui-fg-subtle txt-small truncate">
              @{account.username}
            </span>
          )}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <AccountStatus account={account} />
        {account.status === "active" && <AccountSyncButton account={account} />}
        <AccountMenu
          account={account}
          onDeleted={() => navigate("/social/accounts", { replace: true })}
        />
      </div>
    </div>
  )
}
