import { SectionRow } from "@medusajs/dashboard/components"
import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { useNow } from "../../../hooks/use-now"
import type { SocialAccount } from "../../../types/http"
import { FromNow } from "../../common/time"
import { TokenExpiry } from "../token-expiry"
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
      <div className="px-6 py-4">
        <Heading level="h2">{t("accounts.sync.title")}</Heading>
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
        title={t("accounts.token.title")}
        value={<TokenExpiry account={account} />}
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
