import { Alert, Drawer } from "@medusajs/ui"
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
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content>
        <DrawerHeader>
          <Drawer.Title>{t("product.drawer.title")}</Drawer.Title>
          <Drawer.Description className="text-ui-fg-subtle txt-small">
            {t("product.drawer.description")}
          </Drawer.Description>
        </DrawerHeader>
        <LinkedNow productId={productId} onSaved={() => onOpenChange(false)} />
      </Drawer.Content>
    </Drawer>
  )
}

interface LinkedNowProps {
  productId: string
  onSaved: () => void
}

/** Mounted with each opening: what is ticked must be what is linked now. */
const LinkedNow = ({ productId, onSaved }: LinkedNowProps) => {
  const { social_posts, error, isFetchedAfterMount } = useSocialPosts(
    { product_id: productId, fields: "id", limit: MOST_LINKED },
    { staleTime: 0, throwOnError: throwWithoutSession }
  )
  if (error) {
    return (
      <Drawer.Body>
        <Alert variant="error">{error.message}</Alert>
      </Drawer.Body>
    )
  }
  return social_posts && isFetchedAfterMount ? (
    <LinkPostsForm
      productId={productId}
      linkedIds={social_posts.map(({ id }) => id)}
      onSaved={onSaved}
    />
  ) : null
}
