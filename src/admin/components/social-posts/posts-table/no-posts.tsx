import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useSocialAccounts } from "../../../hooks/api/social-accounts"
import { throwWithoutSession } from "../../../lib/queries"

/** Nothing to list: what is missing, and the next step. */
export const NoPosts = () => {
  const { t } = useTranslation("social")
  const { count } = useSocialAccounts(
    { fields: "id", limit: 1 },
    { throwOnError: throwWithoutSession }
  )
  if (count === undefined) {
    return null
  }
  const missing = count === 0 ? "noAccounts" : "noPosts"
  return (
    <div className="flex max-w-[420px] flex-col items-center gap-y-4 text-center">
      <div className="flex flex-col gap-y-1">
        <Heading level="h2">{t(`posts.empty.${missing}.title`)}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t(`posts.empty.${missing}.text`)}
        </Text>
      </div>
      <Button size="small" variant="secondary" asChild>
        <Link to={count === 0 ? "/social/accounts/create" : "create"}>
          {t(`posts.empty.${missing}.action`)}
        </Link>
      </Button>
    </div>
  )
}
