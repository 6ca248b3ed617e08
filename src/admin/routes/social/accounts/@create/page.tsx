import { RouteFocusModal } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import { ConnectForm } from "../../../../components/social-accounts/connect-form/connect-form"

/** Connects an account by a pasted token. */
const ConnectSocialAccountPage = () => {
  const { t } = useTranslation("social")
  return (
    <RouteFocusModal>
      <RouteFocusModal.Title asChild>
        <span className="sr-only">{t("accounts.connect")}</span>
      </RouteFocusModal.Title>
      <RouteFocusModal.Description asChild>
        <span className="sr-only">{t("accounts.form.intro")}</span>
      </RouteFocusModal.Description>
      <ConnectForm />
    </RouteFocusModal>
  )
}

export default ConnectSocialAccountPage
