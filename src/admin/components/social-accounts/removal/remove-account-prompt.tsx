import { Alert, Button, Prompt, RadioGroup } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { SocialAccount } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { RemovalAtPlatform } from "./removal-at-platform"
import { useRemovalWords } from "./use-removal-words"
import { useRemoveAccount } from "./use-remove-account"

interface RemoveAccountPromptProps {
  account: SocialAccount
  open: boolean
  onOpenChange: (open: boolean) => void
  onDeleted?: () => void
  /** What is chosen to begin with; keeping, unless one came to delete. */
  initial?: Choice
}

type Choice = "keep" | "delete"

/**
 * Removes an account in one of two ways: its posts and numbers stay, or they
 * go with it. Of one that is disconnected already, only the latter is left.
 * Says before what is deleted and what happens at the platform.
 */
export const RemoveAccountPrompt = ({
  account,
  open,
  onOpenChange,
  onDeleted,
  initial = "keep",
}: RemoveAccountPromptProps) => {
  const { t } = useTranslation("social")
  const canKeep = account.status !== "disconnected"
  const [choice, setChoice] = useState<Choice>(initial)
  const chosen = canKeep ? choice : "delete"
  const { words, removal } = useRemovalWords(account, open)
  const { remove, isPending, error, reset } = useRemoveAccount(account, () => {
    onOpenChange(false)
    if (chosen === "delete") {
      onDeleted?.()
    }
  })
  const changeOpen = (isOpen: boolean) => {
    reset()
    setChoice(initial)
    onOpenChange(isOpen)
  }
  return (
    <Prompt open={open} onOpenChange={changeOpen}>
      <Prompt.Content className="max-w-[min(460px,calc(100vw-32px))]">
        <Prompt.Header>
          <Prompt.Title>{t("accounts.remove.title", words)}</Prompt.Title>
          <Prompt.Description>
            {t(
              canKeep
                ? "accounts.remove.description"
                : "accounts.remove.disconnected",
              words
            )}
          </Prompt.Description>
        </Prompt.Header>
        <div className="flex flex-col gap-y-3 px-6 pt-4 empty:hidden">
          {error && (
            <Alert variant="error">
              <ServerText>{error.message}</ServerText>
            </Alert>
          )}
          {canKeep && (
            <RadioGroup
              aria-label={t("accounts.remove.choice")}
              value={choice}
              onValueChange={(value) => setChoice(value as Choice)}
            >
              <RadioGroup.ChoiceBox
                value="keep"
                label={t("accounts.remove.keep")}
                description={t("accounts.remove.keepHint")}
              />
              <RadioGroup.ChoiceBox
                value="delete"
                label={t("accounts.remove.delete")}
                description={words.deleted}
              />
            </RadioGroup>
          )}
          {!canKeep && <p className="txt-small">{words.deleted}</p>}
          {canKeep && removal && <RemovalAtPlatform removal={removal} />}
        </div>
        <Prompt.Footer>
          <Prompt.Cancel disabled={isPending}>
            {t("actions.cancel")}
          </Prompt.Cancel>
          <Button
            size="small"
            variant="danger"
            isLoading={isPending}
            onClick={() => remove(chosen === "delete")}
          >
            {t(
              chosen === "delete"
                ? "accounts.remove.confirmDelete"
                : "accounts.remove.confirmKeep",
              words
            )}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
