import { Alert, Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useSocialPosts } from "../../hooks/api/social-posts"
import { useFormat } from "../../hooks/use-format"
import { totalEngagement } from "../../lib/metrics"
import { throwWithoutSession } from "../../lib/queries"
import { LinkPostsDrawer } from "./link-posts-drawer"
import { LinkedPost } from "./linked-post"

const SHOWN = 5
const REFRESH_EVERY = 30_000

/** The posts linked to a product with their headline numbers. */
export const ProductPosts = ({ productId }: { productId: string }) => {
  const { t } = useTranslation("social")
  const [isLinking, setIsLinking] = useState(false)
  const { social_posts, count, error, isPending } = useSocialPosts(
    { product_id: productId, limit: SHOWN, order: "-engagement" },
    // Syncs go on in the background: what they change comes by itself.
    { throwOnError: throwWithoutSession, refetchInterval: REFRESH_EVERY }
  )
  return (
    <Container className="divide-y p-0" data-social="product-posts">
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <Heading level="h2">{t("product.title")}</Heading>
        <Button
          size="small"
          variant="secondary"
          onClick={() => setIsLinking(true)}
        >
          {t("product.link")}
        </Button>
      </div>
      {error && (
        <div className="px-6 py-4">
          <Alert variant="error">{error.message}</Alert>
        </div>
      )}
      {!error && !isPending && count === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("product.empty")}
        </Text>
      )}
      {social_posts && social_posts.length > 0 && (
        <>
          <ul className="divide-y">
            {social_posts.map((post) => (
              <LinkedPost key={post.id} post={post} productId={productId} />
            ))}
          </ul>
          <Summary
            productId={productId}
            count={count ?? 0}
            engagement={totalEngagement(social_posts)}
          />
        </>
      )}
      <LinkPostsDrawer
        productId={productId}
        open={isLinking}
        onOpenChange={setIsLinking}
      />
    </Container>
  )
}

interface SummaryProps {
  productId: string
  count: number
  engagement: number | null
}

/** Interactions are summed only when all of the posts are at hand. */
const Summary = ({ productId, count, engagement }: SummaryProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const known = engagement !== null && count <= SHOWN
  return (
    <div className="flex items-center justify-between gap-x-2 px-6 py-4">
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {known
          ? t("product.summary", {
              count,
              engagement: format.number(engagement),
            })
          : t("product.summaryUnknown", { count })}
      </Text>
      {count > SHOWN && (
        <Button size="small" variant="transparent" asChild>
          <Link
            to={`/social/posts?product_id=${encodeURIComponent(JSON.stringify([productId]))}`}
          >
            {t("product.showAll", { count })}
          </Link>
        </Button>
      )}
    </div>
  )
}
