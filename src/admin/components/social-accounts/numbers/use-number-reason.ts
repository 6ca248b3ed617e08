import { useTranslation } from "react-i18next"
import { platformLook } from "../../../lib/platforms"

/** Why a number of an account is not known, in a sentence. */
export function useNumberReason(platform: string): (reason: string) => string {
  const { t, i18n } = useTranslation("social")
  return (reason) => {
    const key = `numbers.reasons.${reason}`
    return t(
      i18n.exists(key, { ns: "social" }) ? key : "numbers.reasons.other",
      { platform: platformLook(platform).label }
    )
  }
}
