import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Foldable } from "../../common/foldable"
import { RedirectUrl } from "./redirect-url"

/** For whoever looks after the app at the platform; others leave it folded. */
export const RedirectNote = ({ platform }: { platform: string }) => {
  const { t } = useTranslation("social")
  return (
    <div className="bg-ui-bg-subtle overflow-hidden rounded-lg border">
      <Foldable title={t("connect.redirect.title")}>
        {() => (
          <div className="flex flex-col gap-y-2 px-6 pb-4">
            <Text size="small" className="text-ui-fg-subtle">
              {t("connect.redirect.hint", { platform })}
            </Text>
            <RedirectUrl />
          </div>
        )}
      </Foldable>
    </div>
  )
}
