import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { DrawerHeader } from "../../../../../components/common/modal-header"
import { ImportForm } from "../../../../../components/social-accounts/imports/import-form"
import { useSocialAccount } from "../../../../../hooks/api/social-accounts"
import { accountName } from "../../../../../lib/account-name"

/** Imports the posts an account has on its platform. */
const ImportSocialPostsPage = () => {
  const { t } = useTranslation("social")
  const { id = "" } = useParams()
  const { social_account: account } = useSocialAccount(id)
  return (
    <RouteDrawer>
      <DrawerHeader>
        <RouteDrawer.Title asChild>
          <Heading level="h2">{t("imports.action")}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="text-ui-fg-subtle txt-small">
          {account &&
            t("imports.description", { account: accountName(account) })}
        </RouteDrawer.Description>
      </DrawerHeader>
      {account && <ImportForm account={account} />}
    </RouteDrawer>
  )
}

export default ImportSocialPostsPage
