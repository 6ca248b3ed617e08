import { ActionMenu, SectionRow } from "@medusajs/dashboard/components"
import { EllipsisHorizontal, PencilSquare } from "@medusajs/icons"
import { Container, Heading, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { useNow } from "../../../hooks/use-now"
import type { SocialAccount } from "../../../types/http"
import { FromNow } from "../../common/time"
import { ReconnectBy } from "../reconnect-by"
import { choiceOf } from "../sync-settings/schedules"
import { isParked } from "../token-state"

interface AccountSyncProps {
  account: SocialAccount
}

/** When the account was read, when it is read next, and how long that works. */
export const AccountSync = ({ account }: AccountSyncProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  const { parked_until } = account
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("accounts.sync.title")}</Heading>
        <ActionMenu
          groups={[
            {
              actions: [
                {
                  icon: <PencilSquare />,
                  label: t("actions.edit"),
                  to: "settings",
                },
              ],
            },
          ]}
        >
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("syncSettings.action")}
          >
            <EllipsisHorizontal />
          </IconButton>
        </ActionMenu>
      </div>
      <SectionRow
        title={t("fields.lastSync")}
        value={<FromNow time={account.last_synced_at} />}
      />
      <SectionRow
        title={t("fields.nextSync")}
        value={<NextSync account={account} />}
      />
      <SectionRow
        title={t("syncSettings.what")}
        value={t(`syncSettings.reads.${whatIsRead(account)}`)}
      />
      <SectionRow
        title={t("syncSettings.schedule.label")}
        value={<Schedule account={account} />}
      />
      <SectionRow
        title={t("health.lasts.title")}
        value={<ReconnectBy account={account} inFull />}
      />
      <SectionRow
        title={t("accounts.limit.title")}
        value={
          parked_until && isParked(parked_until, now)
            ? t("accounts.limit.until", {
                until: format.dateTime(parked_until),
              })
            : t("accounts.limit.none")
        }
      />
    </Container>
  )
}

const NextSync = ({ account }: AccountSyncProps) => {
  const { t } = useTranslation("social")
  const now = useNow()
  const { next_sync_at, status } = account
  if (status !== "active") {
    return t("accounts.sync.stopped")
  }
  if (!next_sync_at) {
    return t("freshness.onDemand")
  }
  return new Date(next_sync_at).getTime() <= now ? (
    t("freshness.due")
  ) : (
    <FromNow time={next_sync_at} />
  )
}

const whatIsRead = ({ sync_comments, sync_numbers }: SocialAccount) =>
  sync_numbers ? (sync_comments ? "both" : "numbers") : "comments"

/** How often, in words where there are some. */
const Schedule = ({ account }: AccountSyncProps) => {
  const { t } = useTranslation("social")
  const choice = choiceOf(account.sync_schedule)
  return choice === "custom" ? (
    <code className="font-mono text-xs break-all">{account.sync_schedule}</code>
  ) : (
    t(`syncSettings.schedule.${choice}`)
  )
}
