import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import {
  useLinkPostProducts,
  useUpdateSocialPost,
} from "../../../hooks/api/social-posts"
import { linkChanges } from "../../../lib/link-changes"
import type { SocialPost } from "../../../types/http"
import { type EditValues, fieldOf, toUpdate, toValues } from "./edit-values"

/**
 * Saves what a form changed of a post. What the server refuses stands beside
 * its field, or above the form when it names none.
 */
export function useSavePost(
  post: SocialPost,
  form: UseFormReturn<EditValues>,
  onSaved: () => void
) {
  const { t } = useTranslation("social")
  // As it was when the form opened: a sync may change the post meanwhile.
  const [before] = useState(() => toValues(post))
  const [error, setError] = useState<string | null>(null)
  const update = useUpdateSocialPost(post.id)
  const link = useLinkPostProducts(post.id)

  const refuse = (message: string, changes: ReturnType<typeof toUpdate>) => {
    const field = fieldOf(message, changes)
    if (field) {
      form.setError(field, { message }, { shouldFocus: true })
    } else {
      setError(message)
    }
  }

  const save = async (values: EditValues) => {
    setError(null)
    const changes = toUpdate(before, values)
    const links = linkChanges(before.product_ids, new Set(values.product_ids))
    try {
      if (changes) {
        await update.mutateAsync(changes)
      }
      if (links) {
        await link.mutateAsync(links)
      }
    } catch (reason) {
      refuse((reason as Error).message, changes)
      return
    }
    if (changes || links) {
      toast.success(t("post.edit.saved"))
    }
    onSaved()
  }

  return { save, error }
}
