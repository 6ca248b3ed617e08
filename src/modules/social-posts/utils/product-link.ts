/** Table of the link between posts and products (`src/links`). */
export const PRODUCT_LINK_TABLE = "social_post_product"
