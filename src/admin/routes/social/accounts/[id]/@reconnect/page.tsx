import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { DrawerHeader } from "../../../../../components/common/modal-header"
import { ReconnectForm } from "../../../../../components/social-accounts/reconnect/reconnect-form"
import { useSocialAccount } from "../../../../../hooks/api/social-accounts"
import { useSocialPlatforms } from "../../../../../hooks/api/social-platforms"
import { accountName } from "../../../../../lib/account-name"

/** Connects an account again, which keeps all it has. */
const ReconnectSocialAccountPage = () => {
  const { t } = useTranslation("social")
  const { id = "" } = useParams()
  const { social_account: account } = useSocialAccount(id)
  const { social_platforms: platforms, isPending } = useSocialPlatforms()
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
      {account && !isPending && (
        <ReconnectForm
          account={account}
          platform={platforms?.find((one) => one.id === account.platform)}
        />
      )}
    </RouteDrawer>
  )
}

export default ReconnectSocialAccountPage
