import { Form } from "@medusajs/dashboard/components"
import { Input, Select, Textarea } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useSocialPlatforms } from "../../../hooks/api/social-platforms"
import { platformLook } from "../../../lib/platforms"
import type { SocialPost } from "../../../types/http"
import { ProductPicker } from "../post-products/product-picker"
import { type EditValues, SETTABLE } from "./edit-values"

interface EditPostFieldsProps {
  post: SocialPost
  form: UseFormReturn<EditValues>
}

export const EditPostFields = ({ post, form }: EditPostFieldsProps) => {
  const { t } = useTranslation("social")
  return (
    <>
      <Form.Field
        control={form.control}
        name="caption"
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>{t("fields.caption")}</Form.Label>
            <Form.Control>
              <Textarea {...field} rows={5} />
            </Form.Control>
            <Form.Hint>{t("post.edit.captionHint")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={form.control}
        name="status"
        render={({ field: { onChange, ref, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("fields.status")}</Form.Label>
            <Select {...field} onValueChange={onChange}>
              <Form.Control>
                <Select.Trigger ref={ref}>
                  <Select.Value />
                </Select.Trigger>
              </Form.Control>
              <Select.Content>
                {[...new Set([post.status, ...SETTABLE])].map((status) => (
                  <Select.Item key={status} value={status}>
                    {t(`postStatus.${status}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <PlatformIdField post={post} form={form} />
      <Form.Field
        control={form.control}
        name="product_ids"
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>{t("post.products.title")}</Form.Label>
            <Form.Control>
              <ProductPicker linked={post.products ?? []} {...field} />
            </Form.Control>
            <Form.Hint>{t("post.products.hint")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
    </>
  )
}

/** Without its id a post that is out cannot be synced. */
const PlatformIdField = ({ post, form }: EditPostFieldsProps) => {
  const { t } = useTranslation("social")
  const { social_platforms } = useSocialPlatforms()
  const platform = platformLook(post.platform).label
  const isPosted = form.watch("status") === "posted"
  const help = social_platforms?.find(
    ({ id }) => id === post.platform
  )?.post_id_help
  return (
    <Form.Field
      control={form.control}
      name="platform_post_id"
      rules={{
        validate: (id) =>
          Boolean(id.trim()) ||
          (!isPosted && !post.platform_post_id) ||
          t("post.edit.idRequired", { platform }),
      }}
      render={({ field }) => (
        <Form.Item>
          <Form.Label optional={!isPosted}>
            {t("post.details.platformId")}
          </Form.Label>
          <Form.Control>
            <Input {...field} autoComplete="off" spellCheck={false} />
          </Form.Control>
          {help && (
            <Form.Hint>
              {t(`platforms.${post.platform}.post_id_help`, {
                defaultValue: help,
              })}
            </Form.Hint>
          )}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
