import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useSocialAccountImports } from "../../../hooks/api/social-imports"
import { RECENT_IMPORTS, runningOf } from "../imports/import-progress"

/** For an account without posts: what to do now. */
export const NextStep = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation("social")
  const { imports } = useSocialAccountImports(accountId, RECENT_IMPORTS)
  // The next step is being done.
  if (runningOf(imports)) {
    return null
  }
  return (
    <Container className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Heading level="h2">{t("accounts.next.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("accounts.next.text")}
        </Text>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="secondary" asChild>
          <Link to={`/social/posts/create?account_id=${accountId}`}>
            {t("accounts.next.action")}
          </Link>
        </Button>
        <Button size="small" asChild>
          <Link to={`/social/accounts/${accountId}/import`}>
            {t("imports.action")}
          </Link>
        </Button>
      </div>
    </Container>
  )
}
