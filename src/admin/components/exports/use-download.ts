import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { download } from "../../lib/download"
import type { ExportRequest } from "../../lib/export-url"

/** Saves an export, and tells when that did not work. */
export function useDownload() {
  const { t } = useTranslation("social")
  const [isLoading, setIsLoading] = useState(false)
  const start = async (request: ExportRequest): Promise<void> => {
    setIsLoading(true)
    try {
      await download(request)
    } catch (error) {
      toast.error(t("exports.failed"), {
        description: error instanceof Error ? error.message : undefined,
      })
    } finally {
      setIsLoading(false)
    }
  }
  return { start, isLoading }
}
