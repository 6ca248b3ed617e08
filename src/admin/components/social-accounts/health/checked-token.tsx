import { SectionRow } from "@medusajs/dashboard/components"
import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRefreshSocialAccountToken } from "../../../hooks/api/social-account-health"
import { useFormat } from "../../../hooks/use-format"
import { useServerText } from "../../../hooks/use-server-text"
import { accountName } from "../../../lib/account-name"
import type { SocialAccount, SocialAccountCheck } from "../../../types/http"
import { ServerText } from "../../common/server-text"

interface CheckedTokenProps {
  account: SocialAccount
  check: SocialAccountCheck
}

/** Whether the token is good, and until when without a person. */
export const CheckedToken = ({ account, check }: CheckedTokenProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { token } = check
  return (
    <>
      <SectionRow
        title={t("health.token.title")}
        value={
          <span className="flex flex-col gap-y-1">
            <span>{t(`health.token.${validity(token.valid)}`)}</span>
            {token.problem && (
              <span className="text-pretty">
                <ServerText>{token.problem}</ServerText>
              </span>
            )}
          </span>
        }
      />
      <SectionRow
        title={t("health.lasts.title")}
        value={
          <span className="flex flex-col items-start gap-y-1">
            <span>{lasting()}</span>
            {token.data_access_expires_at && (
              <span>
                {t("health.lasts.dataAccess", {
                  date: format.longDate(token.data_access_expires_at),
                })}
              </span>
            )}
            {token.renews_itself && <RenewButton account={account} />}
          </span>
        }
      />
      {token.renewal_failed_at && (
        <SectionRow
          title={t("health.renewal.title")}
          value={
            <span className="text-ui-tag-orange-text text-pretty">
              {t("health.renewal.fails", {
                since: format.dateTime(token.renewal_failed_at),
              })}{" "}
              {token.renewal_error && (
                <ServerText>{token.renewal_error}</ServerText>
              )}
            </span>
          }
        />
      )}
    </>
  )

  /** Until when, in words; a date that concerns nobody is not shown. */
  function lasting(): string {
    const { expires_at, reconnect_by, renews_itself } = token
    if (reconnect_by) {
      return t("health.lasts.by", { date: format.longDate(reconnect_by) })
    }
    if (renews_itself) {
      return t("health.lasts.itself")
    }
    return expires_at
      ? t("health.lasts.until", { date: format.longDate(expires_at) })
      : t("health.lasts.noEnd")
  }
}

const validity = (valid: boolean | null) =>
  valid === null ? "unknown" : valid ? "valid" : "invalid"

const RenewButton = ({ account }: { account: SocialAccount }) => {
  const { t } = useTranslation("social")
  const text = useServerText()
  const { mutate, isPending } = useRefreshSocialAccountToken(account.id, {
    onSuccess: () =>
      toast.success(
        t("accounts.reconnected", { account: accountName(account) })
      ),
    onError: ({ message }) =>
      toast.error(t("health.renewal.refused"), { description: text(message) }),
  })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={isPending}
      onClick={() => mutate()}
    >
      {t("health.renewal.now")}
    </Button>
  )
}
