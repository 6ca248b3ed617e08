import { XMark } from "@medusajs/icons"
import { Drawer, FocusModal, IconButton, Kbd } from "@medusajs/ui"
import { type ComponentProps, forwardRef, type ReactNode } from "react"
import { useTranslation } from "react-i18next"

/** A close button with a name, which the ones of `@medusajs/ui` lack. */
const CloseButton = forwardRef<
  HTMLButtonElement,
  ComponentProps<typeof IconButton>
>((props, ref) => {
  const { t } = useTranslation("social")
  return (
    <IconButton
      {...props}
      ref={ref}
      size="small"
      type="button"
      variant="transparent"
      aria-label={t("actions.close")}
    >
      <XMark />
    </IconButton>
  )
})
CloseButton.displayName = "CloseButton"

/** Looks like `Drawer.Header`. */
export const DrawerHeader = ({ children }: { children: ReactNode }) => (
  <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
    <div className="flex flex-col gap-y-1">{children}</div>
    <div className="flex items-center gap-x-2">
      <Kbd>esc</Kbd>
      <Drawer.Close asChild>
        <CloseButton />
      </Drawer.Close>
    </div>
  </div>
)

/** Looks like `FocusModal.Header`. */
export const FocusModalHeader = ({ children }: { children?: ReactNode }) => (
  <div className="border-ui-border-base flex items-center justify-between gap-x-4 border-b px-4 py-2">
    <div className="flex items-center gap-x-2">
      <FocusModal.Close asChild>
        <CloseButton />
      </FocusModal.Close>
      <Kbd>esc</Kbd>
    </div>
    {children}
  </div>
)
