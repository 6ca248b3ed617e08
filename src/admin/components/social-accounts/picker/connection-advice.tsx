import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialConnection } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { PURPOSES } from "../scopes"
import { adviceToShow, scopesToShow } from "./picker-state"

interface ConnectionAdviceProps {
  connection: SocialConnection
}

/** What one should know before choosing: the platform's hints, missing permissions. */
export const ConnectionAdvice = ({ connection }: ConnectionAdviceProps) => (
  <>
    {adviceToShow(connection).map(({ code, message }) => (
      <Alert key={code} variant="warning">
        <ServerText>{message}</ServerText>
      </Alert>
    ))}
    <MissingPermissions connection={connection} />
  </>
)

const MissingPermissions = ({ connection }: ConnectionAdviceProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const missing = scopesToShow(connection)
  if (missing.length === 0) {
    return null
  }
  return (
    <Alert variant="warning">
      <ul className="flex flex-col gap-y-1">
        {PURPOSES.map((purpose) => {
          const names = missing
            .filter(({ needed_for }) => needed_for === purpose)
            .map(({ name }) => name)
          return (
            names.length > 0 && (
              <li key={purpose} className="break-words">
                {t(`connect.picker.missing.${purpose}`, {
                  count: names.length,
                  scopes: format.list(names),
                })}
              </li>
            )
          )
        })}
        <li>{t("connect.picker.missing.remedy")}</li>
      </ul>
    </Alert>
  )
}
