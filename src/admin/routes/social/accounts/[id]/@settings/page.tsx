import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { DrawerHeader } from "../../../../../components/common/modal-header"
import { SyncSettingsForm } from "../../../../../components/social-accounts/sync-settings/sync-settings-form"
import { useSocialAccount } from "../../../../../hooks/api/social-accounts"
import { accountName } from "../../../../../lib/account-name"

/** What of an account is read, and how often. */
const SocialAccountSettingsPage = () => {
  const { t } = useTranslation("social")
  const { id = "" } = useParams()
  const { social_account: account } = useSocialAccount(id)
  return (
    <RouteDrawer>
      <DrawerHeader>
        <RouteDrawer.Title asChild>
          <Heading level="h2">{t("syncSettings.title")}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="text-ui-fg-subtle txt-small">
          {account &&
            t("syncSettings.description", { account: accountName(account) })}
        </RouteDrawer.Description>
      </DrawerHeader>
      {account && <SyncSettingsForm account={account} />}
    </RouteDrawer>
  )
}

export default SocialAccountSettingsPage
