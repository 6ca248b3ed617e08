import { useTranslation } from "react-i18next"

/** What the platforms call their kinds of accounts, as a sentence begins. */
const capitalised = (word: string) =>
  `${word.charAt(0).toUpperCase()}${word.slice(1).replaceAll("_", " ")}`

/** Words for an account's type; what is not known is shown as it came. */
export function useAccountType(): (type: string) => string {
  const { t } = useTranslation("social")
  return (type) =>
    t(`accounts.types.${type.toLowerCase()}`, {
      defaultValue: capitalised(type.toLowerCase()),
    })
}
