import { KeyboundForm, RouteFocusModal } from "@medusajs/dashboard/components"
import { Alert, Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SocialAccount } from "../../../types/http"
import { FocusModalHeader } from "../../common/modal-header"
import { CreatePostFields } from "./create-post-fields"
import { useCreatePost } from "./use-create-post"

interface CreatePostFormProps {
  accounts: SocialAccount[]
  /** The account that was chosen before the form opened, if any. */
  accountId?: string
}

/** Adds a post that is out already, or one that is planned. */
export const CreatePostForm = ({
  accounts,
  accountId,
}: CreatePostFormProps) => {
  const { t } = useTranslation("social")
  const [only, ...others] = accounts
  const given = accounts.find(({ id }) => id === accountId)
  const { form, save, isPending } = useCreatePost(
    given?.id ?? (only && others.length === 0 ? only.id : "")
  )
  const isPosted = form.watch("status") === "posted"
  const refusal = form.formState.errors.root?.message
  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm
        className="flex h-full flex-col overflow-hidden"
        onSubmit={save()}
      >
        <FocusModalHeader />
        <RouteFocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto">
          <div className="flex w-full max-w-[720px] flex-col gap-y-8 px-4 py-8 md:py-16">
            <div className="flex flex-col gap-y-1">
              <Heading level="h1">{t("posts.add")}</Heading>
              <Text size="small" className="text-ui-fg-subtle">
                {t("posts.create.intro")}
              </Text>
            </div>
            {refusal && (
              <Alert role="alert" variant="error">
                {refusal}
              </Alert>
            )}
            <CreatePostFields form={form} accounts={accounts} />
          </div>
        </RouteFocusModal.Body>
        <RouteFocusModal.Footer>
          <div className="flex items-center justify-end gap-x-2">
            <RouteFocusModal.Close asChild>
              <Button size="small" variant="secondary">
                {t("actions.cancel")}
              </Button>
            </RouteFocusModal.Close>
            {isPosted && (
              <Button
                size="small"
                type="button"
                variant="secondary"
                disabled={isPending}
                onClick={save({ andSync: true })}
              >
                {t("posts.create.saveAndSync")}
              </Button>
            )}
            <Button size="small" type="submit" isLoading={isPending}>
              {t("actions.save")}
            </Button>
          </div>
        </RouteFocusModal.Footer>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
