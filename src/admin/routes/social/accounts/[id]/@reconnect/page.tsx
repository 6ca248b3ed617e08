import { DrawerHeader } from "../../../../../components/common/modal-header"
import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { ReconnectForm } from "../../../../../components/social-accounts/reconnect-form"
import { useSocialAccount } from "../../../../../hooks/api/social-accounts"
import { accountName } from "../../../../../lib/account-name"

/** Takes a new token for an account. */
const ReconnectSocialAccountPage = () => {
  const { t } = useTranslation("social")
  const { id = "" } = useParams()
  const { social_account: account } = useSocialAccount(id)
  return (
    <RouteDrawer>
      <DrawerHeader>
        <RouteDrawer.Title asChild>
          <Heading level="h2">{t("accounts.reconnect.title")}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="text-ui-fg-subtle txt-small">
          {account &&
            t("accounts.reconnect.description", {
              account: accountName(account),
            })}
        </RouteDrawer.Description>
      </DrawerHeader>
      {account && <ReconnectForm account={account} />}
    </RouteDrawer>
  )
}

export default ReconnectSocialAccountPage
