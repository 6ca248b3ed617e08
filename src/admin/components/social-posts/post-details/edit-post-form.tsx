import {
  KeyboundForm,
  RouteDrawer,
  useRouteModal,
} from "@medusajs/dashboard/components"
import { Alert, Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { SocialPost } from "../../../types/http"
import { EditPostFields } from "./edit-post-fields"
import { type EditValues, toValues } from "./edit-values"
import { useSavePost } from "./use-save-post"

/** Changes what people may change of a post. */
export const EditPostForm = ({ post }: { post: SocialPost }) => {
  const { t } = useTranslation("social")
  const { handleSuccess } = useRouteModal()
  const form = useForm<EditValues>({ defaultValues: toValues(post) })
  const { save, error } = useSavePost(post, form, handleSuccess)
  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm
        onSubmit={form.handleSubmit(save)}
        className="flex flex-1 flex-col overflow-hidden"
      >
        <RouteDrawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
          {error && (
            <Alert role="alert" variant="error">
              {error}
            </Alert>
          )}
          <EditPostFields post={post} form={form} />
        </RouteDrawer.Body>
        <RouteDrawer.Footer>
          <RouteDrawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.cancel")}
            </Button>
          </RouteDrawer.Close>
          <Button
            size="small"
            type="submit"
            isLoading={form.formState.isSubmitting}
          >
            {t("actions.save")}
          </Button>
        </RouteDrawer.Footer>
      </KeyboundForm>
    </RouteDrawer.Form>
  )
}
