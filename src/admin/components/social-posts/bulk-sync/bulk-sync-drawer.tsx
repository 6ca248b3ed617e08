import { Drawer, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { DrawerHeader } from "../../common/modal-header"
import { BulkSyncForm } from "./bulk-sync-form"

interface BulkSyncDrawerProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Asks which posts to sync. */
export const BulkSyncDrawer = ({ open, onOpenChange }: BulkSyncDrawerProps) => {
  const { t } = useTranslation("social")
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content>
        <DrawerHeader>
          <Drawer.Title asChild>
            <Heading>{t("posts.sync.title")}</Heading>
          </Drawer.Title>
          <Drawer.Description className="text-ui-fg-subtle">
            {t("posts.sync.description")}
          </Drawer.Description>
        </DrawerHeader>
        <BulkSyncForm onStarted={() => onOpenChange(false)} />
      </Drawer.Content>
    </Drawer>
  )
}
