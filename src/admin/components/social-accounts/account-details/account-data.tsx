import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { SocialAccount } from "../../../types/http"
import { TextLink } from "../../common/text-link"
import { RemoveAccountPrompt } from "../removal/remove-account-prompt"

/** How long the account's data is kept, and the way to be rid of all of it. */
export const AccountData = ({ account }: { account: SocialAccount }) => {
  const { t } = useTranslation("social")
  const navigate = useNavigate()
  const [isAsked, setIsAsked] = useState(false)
  return (
    <Container className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-y-1">
        <Heading level="h2">{t("retention.account.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("retention.account.text")}{" "}
          <TextLink to="/social/retention">
            {t("retention.account.rules")}
          </TextLink>
        </Text>
      </div>
      <Button size="small" variant="danger" onClick={() => setIsAsked(true)}>
        {t("retention.account.delete")}
      </Button>
      <RemoveAccountPrompt
        account={account}
        initial="delete"
        open={isAsked}
        onOpenChange={setIsAsked}
        onDeleted={() => navigate("/social/accounts", { replace: true })}
      />
    </Container>
  )
}
