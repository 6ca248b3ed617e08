import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

/** Before the first sync: what will be here, and where to start one. */
export const NoRuns = () => {
  const { t } = useTranslation("social")
  return (
    <div className="flex max-w-[420px] flex-col items-center gap-y-4 text-center">
      <div className="flex flex-col gap-y-1">
        <Heading level="h2">{t("runs.empty.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("runs.empty.text")}
        </Text>
      </div>
      <Button size="small" variant="secondary" asChild>
        <Link to="/social/posts">{t("runs.empty.action")}</Link>
      </Button>
    </div>
  )
}
