import { Form } from "@medusajs/dashboard/components"
import { Input } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useSocialPlatforms } from "../../../hooks/api/social-platforms"
import { platformLook } from "../../../lib/platforms"
import type { CreateValues } from "./create-values"

interface PlatformIdFieldProps {
  form: UseFormReturn<CreateValues>
  /** Nothing before an account is chosen. */
  platform: string | undefined
}

/** The id a post has on its platform; without it, it cannot be synced. */
export const PlatformIdField = ({ form, platform }: PlatformIdFieldProps) => {
  const { t } = useTranslation("social")
  const isPosted = form.watch("status") === "posted"
  return (
    <Form.Field
      control={form.control}
      name="platform_post_id"
      rules={{
        validate: (id, { status }) =>
          status !== "posted" ||
          Boolean(id.trim()) ||
          (platform
            ? t("post.edit.idRequired", {
                platform: platformLook(platform).label,
              })
            : t("posts.create.idRequired")),
      }}
      render={({ field }) => (
        <Form.Item>
          <Form.Label optional={!isPosted}>
            {t("post.details.platformId")}
          </Form.Label>
          <Form.Control>
            <Input {...field} autoComplete="off" spellCheck={false} />
          </Form.Control>
          {platform && <IdHelp platform={platform} />}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}

const IdHelp = ({ platform }: { platform: string }) => {
  const { t } = useTranslation("social")
  const { social_platforms } = useSocialPlatforms()
  const help = social_platforms?.find(({ id }) => id === platform)?.post_id_help
  return help ? (
    <Form.Hint className="break-words">
      {t(`platforms.${platform}.post_id_help`, { defaultValue: help })}
    </Form.Hint>
  ) : null
}
