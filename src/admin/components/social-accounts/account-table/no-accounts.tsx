import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

/** The first thing a new store sees: what this is, and the next step. */
export const NoAccounts = () => {
  const { t } = useTranslation("social")
  return (
    <div className="flex max-w-[420px] flex-col items-center gap-y-4 text-center">
      <div className="flex flex-col gap-y-1">
        <Heading level="h2">{t("accounts.empty.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("accounts.empty.text")}
        </Text>
      </div>
      <Button size="small" variant="secondary" asChild>
        <Link to="create">{t("accounts.connect")}</Link>
      </Button>
    </div>
  )
}
