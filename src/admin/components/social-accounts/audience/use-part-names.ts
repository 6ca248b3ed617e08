import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { readableName } from "../../social-posts/insights/shares"

/** What the parts of an audience are called. */
export function usePartNames(): (dimension: string, part: string) => string {
  const { t, i18n } = useTranslation("social")
  const locale = i18n.language.replace(/([a-z])([A-Z])/, "$1-$2")
  return useMemo(() => {
    const countries = new Intl.DisplayNames(locale, { type: "region" })
    return (dimension, part) => {
      if (dimension === "country" && /^[a-z]{2}$/i.test(part)) {
        return countries.of(part.toUpperCase()) ?? part
      }
      if (dimension === "gender") {
        return t(`audience.genders.${part.toLowerCase()}`, {
          defaultValue: readableName(part),
        })
      }
      // Names of places and spans of age are as they should be.
      return dimension === "city" || /\d/.test(part) ? part : readableName(part)
    }
  }, [t, locale])
}
