import { ArrowDownTray } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ExportQuery } from "../../lib/export-url"
import type { SocialExportKind } from "../../types/http"
import { FORMATS } from "./export-values"
import { useDownload } from "./use-download"

interface ExportMenuProps {
  kind: SocialExportKind
  query: ExportQuery
}

/** What is shown, as a file. */
export const ExportMenu = ({ kind, query }: ExportMenuProps) => {
  const { t } = useTranslation("social")
  const { start, isLoading } = useDownload()
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          isLoading={isLoading}
          aria-label={t(`exports.of.${kind}`)}
        >
          <ArrowDownTray />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {FORMATS.map((format) => (
          <DropdownMenu.Item
            key={format}
            onClick={() => void start({ kind, format, query })}
          >
            {t("exports.as", { format: t(`exports.formats.${format}`) })}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
