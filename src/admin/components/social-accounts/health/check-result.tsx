import { SectionRow } from "@medusajs/dashboard/components"
import { Alert, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { platformLook } from "../../../lib/platforms"
import type { SocialAccount, SocialAccountCheck } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { FromNow } from "../../common/time"
import { CheckedToken } from "./checked-token"
import { LimitList } from "./limit-list"
import { RefusedMetrics } from "./refused-metrics"

interface CheckResultProps {
  account: SocialAccount
  check: SocialAccountCheck
}

/** What a check found: the verdict first, then what it is made of. */
export const CheckResult = ({ account, check }: CheckResultProps) => {
  const { t } = useTranslation("social")
  const platform = platformLook(account.platform).label
  return (
    <>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Verdict check={check} />
          <Text
            as="span"
            size="small"
            leading="compact"
            className="text-ui-fg-subtle"
          >
            <FromNow time={check.checked_at} />
          </Text>
        </div>
        {check.problems.map(({ code, message, severity }) => (
          <Alert key={`${code}-${message}`} variant={severity}>
            <ServerText>{message}</ServerText>
          </Alert>
        ))}
      </div>
      <CheckedToken account={account} check={check} />
      <SectionRow
        title={t("accounts.permissions.title")}
        value={<Permissions check={check} platform={platform} />}
      />
      <LimitList limits={check.limits} platform={platform} />
      <RefusedMetrics metrics={check.refused_metrics} platform={platform} />
      <ApiVersion check={check} />
    </>
  )
}

const Verdict = ({ check }: { check: SocialAccountCheck }) => {
  const { t } = useTranslation("social")
  if (check.person_needed) {
    return <StatusBadge color="red">{t("health.verdict.person")}</StatusBadge>
  }
  if (!check.ok) {
    return <StatusBadge color="orange">{t("health.verdict.look")}</StatusBadge>
  }
  const hints = check.problems.length + check.scopes.missing.length
  return hints > 0 ? (
    <StatusBadge color="orange">{t("health.verdict.hints")}</StatusBadge>
  ) : (
    <StatusBadge color="green">{t("health.verdict.ok")}</StatusBadge>
  )
}

interface PermissionsProps {
  check: SocialAccountCheck
  platform: string
}

const Permissions = ({ check, platform }: PermissionsProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { granted, missing } = check.scopes
  if (missing.length > 0) {
    return (
      <span className="text-ui-tag-orange-text break-words">
        {t("health.scopes.missing", {
          count: missing.length,
          scopes: format.list(missing.map(({ name }) => name)),
        })}
      </span>
    )
  }
  return t(granted ? "health.scopes.all" : "health.scopes.unknown", {
    platform,
  })
}

const ApiVersion = ({ check }: { check: SocialAccountCheck }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const version = check.api_version
  if (!version) {
    return null
  }
  const { days_left, ends_on } = version
  return (
    <SectionRow
      title={t("health.api.title")}
      value={
        ends_on
          ? t(
              days_left !== null && days_left < 0
                ? "health.api.over"
                : "health.api.until",
              { version: version.version, date: format.utcDate(ends_on) }
            )
          : version.version
      }
    />
  )
}
