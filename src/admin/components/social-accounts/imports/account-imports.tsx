import { Alert, Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useSocialAccountImports } from "../../../hooks/api/social-imports"
import { useFormat } from "../../../hooks/use-format"
import type { SocialAccount } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { FromNow } from "../../common/time"
import { useRefreshAfterRuns } from "../../sync-runs/use-refresh-after-runs"
import { AccountPosts } from "../account-details/account-posts"
import { useSocialPlatform } from "../use-social-platform"
import { ImportBar } from "./import-bar"
import { lastOf, RECENT_IMPORTS, runningOf } from "./import-progress"
import { LastImport } from "./last-import"

/** The posts of an account: how they came here, and how new ones do. */
export const AccountImports = ({ account }: { account: SocialAccount }) => {
  const { t } = useTranslation("social")
  const { imports, error } = useSocialAccountImports(account.id, RECENT_IMPORTS)
  useRefreshAfterRuns(imports)
  const platform = useSocialPlatform(account.platform)
  const canList = platform?.abilities?.list_posts !== false
  const running = runningOf(imports)
  const last = lastOf(imports)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <Heading level="h2">{t("menu.posts")}</Heading>
          <span className="text-ui-fg-subtle txt-small">
            <AccountPosts account={account} />
          </span>
        </div>
        {account.status === "active" && !running && canList && (
          <Button size="small" variant="secondary" asChild>
            <Link to="import">{t("imports.action")}</Link>
          </Button>
        )}
      </div>
      {running && <ImportBar running={running} />}
      {error && !imports && (
        <div className="px-6 py-4">
          <Alert variant="error">
            <ServerText>{error.message}</ServerText>
          </Alert>
        </div>
      )}
      {!running && last && <LastImport last={last} />}
      {!imports && !error && (
        <div aria-hidden className="px-6 py-4">
          <Skeleton className="h-5 w-1/3" />
        </div>
      )}
      {imports && !running && !last && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("imports.none")}
        </Text>
      )}
      <Outlook account={account} />
    </Container>
  )
}

/** From when on all posts are here, and when new ones are looked for. */
const Outlook = ({ account }: { account: SocialAccount }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { imported_since, next_import_at, status } = account
  if (status !== "active" || (!imported_since && !next_import_at)) {
    return null
  }
  return (
    <Text
      as="div"
      size="small"
      className="text-ui-fg-subtle flex flex-col px-6 py-4"
    >
      {imported_since && (
        <span>
          {t("imports.complete", { date: format.longDate(imported_since) })}
        </span>
      )}
      {next_import_at && (
        <span className="flex flex-wrap gap-x-1">
          {t("imports.byThemselves")} <FromNow time={next_import_at} />
        </span>
      )}
    </Text>
  )
}
