import { useTranslation } from "react-i18next"

/** A page's name in the breadcrumbs, which are made outside of any component. */
export const PageTitle = ({ name }: { name: string }) => {
  const { t } = useTranslation("social")
  return <span>{t(name)}</span>
}
