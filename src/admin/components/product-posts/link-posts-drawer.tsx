import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSocialPosts } from "../../hooks/api/social-posts"
import { throwWithoutSession } from "../../lib/queries"
import { DrawerHeader } from "../common/modal-header"
import { LinkPostsForm } from "./link-posts-form"

/** Posts of one product that a form can take in at once. */
const MOST_LINKED = 1000

interface LinkPostsDrawerProps {
  productId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Chooses which posts show a product, from all posts by search. */
export const LinkPostsDrawer = ({
  productId,
  open,
  onOpenChange,
}: LinkPostsDrawerProps) => {
  const { t } = useTranslation("social")
  const { social_posts: linked } = useSocialPosts(
    { product_id: productId, fields: "id", limit: MOST_LINKED },
    {
      enabled: open,
      // What is ticked must be what is linked now.
      staleTime: 0,
      throwOnError: throwWithoutSession,
    }
  )
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content>
        <DrawerHeader>
          <Drawer.Title>{t("product.drawer.title")}</Drawer.Title>
          <Drawer.Description className="text-ui-fg-subtle txt-small">
            {t("product.drawer.description")}
          </Drawer.Description>
        </DrawerHeader>
        {linked && (
          <LinkPostsForm
            productId={productId}
            linkedIds={linked.map(({ id }) => id)}
            onSaved={() => onOpenChange(false)}
          />
        )}
      </Drawer.Content>
    </Drawer>
  )
}
