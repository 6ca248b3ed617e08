import { Alert, Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../../hooks/use-format"
import { accountName } from "../../../lib/account-name"
import { ServerText } from "../../common/server-text"
import { CandidateSummary } from "./candidate-summary"
import type { Connected } from "./picker-state"

interface ConnectionResultProps {
  connected: Connected
}

/** What is connected now, with a first look at it, and what happens next. */
export const ConnectionResult = ({ connected }: ConnectionResultProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { social_accounts: accounts, candidates } = connected
  const [empty] = accounts.filter(({ posts_count }) => posts_count === 0)
  return (
    <div className="flex flex-col gap-y-3">
      <Failures connected={connected} />
      {accounts.length > 0 && (
        <Container className="divide-y p-0">
          <div className="flex flex-col gap-y-1 px-6 py-4">
            <Heading level="h1">
              {t("connect.result.title", {
                count: accounts.length,
                accounts: format.number(accounts.length),
              })}
            </Heading>
            <Text size="small" className="text-ui-fg-subtle text-pretty">
              {t(empty ? "connect.result.next" : "connect.result.again")}
            </Text>
          </div>
          <ul className="divide-y">
            {accounts.map((account) => {
              const found = candidates.find(
                ({ external_id }) => external_id === account.external_id
              )
              return (
                <li
                  key={account.id}
                  className="flex flex-wrap items-center justify-between gap-4 px-6 py-4"
                >
                  {found && (
                    <CandidateSummary
                      platform={account.platform}
                      candidate={found}
                    />
                  )}
                  <Button size="small" variant="secondary" asChild>
                    <Link
                      to={`/social/accounts/${account.id}`}
                      aria-label={t("connect.result.open", {
                        account: accountName(account),
                      })}
                    >
                      {t("actions.open")}
                    </Link>
                  </Button>
                </li>
              )
            })}
          </ul>
          <div className="flex flex-wrap items-center justify-end gap-2 px-6 py-4">
            <Button size="small" variant="secondary" asChild>
              <Link to="/social/accounts/create">
                {t("connect.result.another")}
              </Link>
            </Button>
            <Button size="small" asChild>
              {empty ? (
                <Link to={`/social/posts/create?account_id=${empty.id}`}>
                  {t("accounts.next.action")}
                </Link>
              ) : (
                <Link to="/social/accounts">{t("connect.toAccounts")}</Link>
              )}
            </Button>
          </div>
        </Container>
      )}
    </div>
  )
}

const Failures = ({ connected }: ConnectionResultProps) => {
  const { t } = useTranslation("social")
  const { candidates, failed } = connected
  return failed.map(({ external_id, message }) => {
    const found = candidates.find((one) => one.external_id === external_id)
    return (
      <Alert key={external_id} role="alert" variant="error">
        <div className="flex flex-col items-start gap-y-2">
          <span>
            {t("connect.result.failed", {
              account: accountName({
                username: null,
                display_name: null,
                ...found,
                id: external_id,
              }),
            })}
          </span>
          <span className="text-ui-fg-subtle">
            <ServerText>{message}</ServerText>
          </span>
          <Button size="small" variant="secondary" asChild>
            <Link to="/social/accounts/create">{t("actions.tryAgain")}</Link>
          </Button>
        </div>
      </Alert>
    )
  })
}
