import { Copy } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRedirectUrl } from "./use-redirect-url"

/** The address to register with a platform's app, to be copied. */
export const RedirectUrl = () => {
  const { t } = useTranslation("social")
  const url = useRedirectUrl()
  return (
    <div className="bg-ui-bg-field shadow-borders-base flex items-center gap-x-2 rounded-md px-2 py-1.5">
      <code className="font-mono text-xs min-w-0 flex-1 break-all">{url}</code>
      <Copy
        content={url}
        variant="mini"
        aria-label={t("connect.redirect.copy")}
        className="text-ui-fg-muted shrink-0"
      />
    </div>
  )
}
