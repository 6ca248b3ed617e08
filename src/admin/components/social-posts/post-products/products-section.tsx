import { XMarkMini } from "@medusajs/icons"
import { Thumbnail } from "@medusajs/dashboard/components"
import {
  Button,
  Container,
  Heading,
  IconButton,
  Text,
  toast,
  Tooltip,
} from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useLinkPostProducts } from "../../../hooks/api/social-posts"
import { useServerText } from "../../../hooks/use-server-text"
import type { LinkedProduct, SocialPost } from "../../../types/http"

/** The products a post shows. */
export const ProductsSection = ({ post }: { post: SocialPost }) => {
  const { t } = useTranslation("social")
  const products = post.products ?? []
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("post.products.title")}</Heading>
        <Button size="small" variant="secondary" asChild>
          <Link to="edit">{t("post.products.link")}</Link>
        </Button>
      </div>
      {products.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("post.products.empty")}
        </Text>
      ) : (
        <ul className="divide-y">
          {products.map((product) => (
            <LinkedProductRow
              key={product.id}
              postId={post.id}
              product={product}
            />
          ))}
        </ul>
      )}
    </Container>
  )
}

interface LinkedProductRowProps {
  postId: string
  product: LinkedProduct
}

const LinkedProductRow = ({ postId, product }: LinkedProductRowProps) => {
  const { t } = useTranslation("social")
  const text = useServerText()
  const { mutate: link, isPending } = useLinkPostProducts(postId, {
    onSuccess: () => toast.success(t("post.products.unlinked")),
    onError: ({ message }) =>
      toast.error(t("toasts.failed"), { description: text(message) }),
  })
  const label = t("post.products.unlink", { product: product.title })
  return (
    <li className="flex items-center gap-x-3 px-6 py-3">
      <Thumbnail src={product.thumbnail} alt="" />
      <Link
        to={`/products/${product.id}`}
        className="hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus min-w-0 flex-1 rounded-sm outline-none"
      >
        <Text size="small" leading="compact" weight="plus" className="truncate">
          {product.title}
        </Text>
      </Link>
      <Tooltip content={label}>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={label}
          disabled={isPending}
          onClick={() => link({ remove: [product.id] })}
        >
          <XMarkMini />
        </IconButton>
      </Tooltip>
    </li>
  )
}
