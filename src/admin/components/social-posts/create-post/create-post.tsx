import { RouteFocusModal } from "@medusajs/dashboard/components"
import { Alert, Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useSearchParams } from "react-router-dom"
import { useSocialAccounts } from "../../../hooks/api/social-accounts"
import { throwWithoutSession } from "../../../lib/queries"
import { FocusModalHeader } from "../../common/modal-header"
import { CreatePostForm } from "./create-post-form"

const MOST_ACCOUNTS = 1000

/**
 * The form for a new post as soon as the accounts are known; `?account_id=`
 * chooses one beforehand.
 */
export const CreatePost = () => {
  const [params] = useSearchParams()
  const { social_accounts: accounts, error } = useSocialAccounts(
    {
      fields: "id,platform,username,display_name",
      order: "display_name",
      limit: MOST_ACCOUNTS,
    },
    { throwOnError: throwWithoutSession }
  )
  if (accounts?.length) {
    return (
      <CreatePostForm
        accounts={accounts}
        accountId={params.get("account_id") ?? undefined}
      />
    )
  }
  return (
    <>
      <FocusModalHeader />
      <RouteFocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto px-4 py-8 md:py-16">
        {error && <Alert variant="error">{error.message}</Alert>}
        {accounts && <NoAccount />}
      </RouteFocusModal.Body>
    </>
  )
}

/** A post belongs to an account, so one has to be there first. */
const NoAccount = () => {
  const { t } = useTranslation("social")
  return (
    <div className="flex max-w-[420px] flex-col items-center gap-y-4 text-center">
      <div className="flex flex-col gap-y-1">
        <Heading level="h1">{t("posts.empty.noAccounts.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("posts.empty.noAccounts.text")}
        </Text>
      </div>
      <Button size="small" variant="secondary" asChild>
        <Link to="/social/accounts/create">
          {t("posts.empty.noAccounts.action")}
        </Link>
      </Button>
    </div>
  )
}
