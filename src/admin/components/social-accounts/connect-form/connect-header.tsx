import { ProgressTabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { FocusModalHeader } from "../../common/modal-header"

/** The two steps, as tabs. */
export const ConnectHeader = ({ isLast }: { isLast: boolean }) => {
  const { t } = useTranslation("social")
  return (
    <FocusModalHeader>
      <div className="-my-2 w-full max-w-[400px] border-l">
        <ProgressTabs.List className="grid w-full grid-cols-2">
          <ProgressTabs.Trigger
            value="platform"
            status={isLast ? "completed" : "in-progress"}
          >
            {t("fields.platform")}
          </ProgressTabs.Trigger>
          <ProgressTabs.Trigger
            value="access"
            status={isLast ? "in-progress" : "not-started"}
          >
            {t("accounts.form.access")}
          </ProgressTabs.Trigger>
        </ProgressTabs.List>
      </div>
    </FocusModalHeader>
  )
}
