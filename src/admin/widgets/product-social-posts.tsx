import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { ProductPosts } from "../components/product-posts/product-posts"

/** On a product's page: the posts that show it, and what attention they got. */
const ProductSocialPostsWidget = ({
  data,
}: DetailWidgetProps<AdminProduct>) => (
  // Of one product only: the page stays while one goes on to the next.
  <ProductPosts key={data.id} productId={data.id} />
)

export const config = defineWidgetConfig({
  zone: "product.details.side",
  id: "medusa-plugin-social-insights:product-social-posts",
})

export default ProductSocialPostsWidget
