import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { DrawerHeader } from "../../../../components/common/modal-header"
import { RetentionForm } from "../../../../components/retention/retention-form"
import { useSocialRetention } from "../../../../hooks/api/social-retention"

/** Says how long the store keeps what. */
const EditSocialRetentionPage = () => {
  const { t } = useTranslation("social")
  const { retention } = useSocialRetention()
  return (
    <RouteDrawer>
      <DrawerHeader>
        <RouteDrawer.Title asChild>
          <Heading level="h2">{t("retention.settings.title")}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="text-ui-fg-subtle txt-small">
          {t("retention.settings.description")}
        </RouteDrawer.Description>
      </DrawerHeader>
      {retention && <RetentionForm settings={retention.settings} />}
    </RouteDrawer>
  )
}

export default EditSocialRetentionPage
