import { ActionMenu, SectionRow } from "@medusajs/dashboard/components"
import { EllipsisHorizontal, PencilSquare } from "@medusajs/icons"
import { Container, Heading, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { SocialRetentionSettings } from "../../types/http"
import { SETTINGS } from "./retention-values"

interface RetentionSettingsProps {
  settings: SocialRetentionSettings
}

/** How many days the store itself keeps what. */
export const RetentionSettings = ({ settings }: RetentionSettingsProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const kept = (days: number | null) =>
    days === null
      ? t("retention.kept.endless")
      : t("retention.kept.days", { count: days, number: format.number(days) })
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("retention.settings.title")}</Heading>
        <ActionMenu
          groups={[
            {
              actions: [
                {
                  icon: <PencilSquare />,
                  label: t("actions.edit"),
                  to: "edit",
                },
              ],
            },
          ]}
        >
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("retention.settings.edit")}
          >
            <EllipsisHorizontal />
          </IconButton>
        </ActionMenu>
      </div>
      {SETTINGS.map((name) => (
        <SectionRow
          key={name}
          title={t(`retention.settings.fields.${name}`)}
          value={kept(settings[name])}
        />
      ))}
    </Container>
  )
}
