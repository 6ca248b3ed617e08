import { Alert, Button, Prompt, Skeleton, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { usePruneSocialData } from "../../hooks/api/social-retention"
import { ServerText } from "../common/server-text"
import { useRetentionWords } from "./use-retention-words"

/** Removes now what is over its time, after saying what that is. */
export const RunRetention = () => {
  const { t } = useTranslation("social")
  const words = useRetentionWords()
  const [isOpen, setIsOpen] = useState(false)
  const preview = usePruneSocialData()
  const { mutate, isPending, error } = usePruneSocialData({
    onSuccess: ({ run }) => {
      const lines = words.removed(run)
      toast.success(t("retention.run.done"), {
        description:
          lines.length > 0 ? lines.join("\n") : t("retention.run.nothing"),
      })
      setIsOpen(false)
    },
  })
  const open = () => {
    preview.reset()
    preview.mutate({ dry_run: true })
    setIsOpen(true)
  }
  const failure = error ?? preview.error
  const lines = preview.data && words.removed(preview.data.run)
  return (
    <Prompt open={isOpen} onOpenChange={setIsOpen}>
      <Button size="small" variant="secondary" onClick={open}>
        {t("retention.run.action")}
      </Button>
      <Prompt.Content className="max-w-[min(460px,calc(100vw-32px))]">
        <Prompt.Header>
          <Prompt.Title>{t("retention.run.title")}</Prompt.Title>
          <Prompt.Description>
            {t(
              lines && lines.length > 0
                ? "retention.run.would"
                : "retention.run.description"
            )}
          </Prompt.Description>
        </Prompt.Header>
        <div aria-live="polite" className="px-6 pt-4">
          {failure && (
            <Alert variant="error">
              <ServerText>{failure.message}</ServerText>
            </Alert>
          )}
          {!lines && !failure && <Skeleton className="h-12 w-full" />}
          {lines?.length === 0 && (
            <p className="txt-small">{t("retention.run.nothingToDo")}</p>
          )}
          {lines && lines.length > 0 && (
            <ul className="txt-small list-disc pl-4">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
        <Prompt.Footer>
          <Prompt.Cancel disabled={isPending}>
            {t("actions.cancel")}
          </Prompt.Cancel>
          <Button
            size="small"
            variant="danger"
            disabled={!lines || lines.length === 0}
            isLoading={isPending}
            onClick={() => mutate({ dry_run: false })}
          >
            {t("retention.run.confirm")}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
