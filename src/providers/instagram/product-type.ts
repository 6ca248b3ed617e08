import type { ProductType } from "./metrics"

/** What decides a post's metrics. */
export interface MediaKind {
  media_type: string | null
  media_product_type: string | null
}

/**
 * The metric table of a post; `null` when too little is known of it and it must
 * be read first.
 */
export function productTypeOf(kind: MediaKind): ProductType | null {
  const type = kind.media_type?.toUpperCase() ?? null
  switch (kind.media_product_type?.toUpperCase()) {
    case "REELS":
      return "REELS"
    case "STORY":
      return "STORY"
    case "AD":
      return "NONE"
    case "FEED":
      return type === null ? null : type === "VIDEO" ? "FEED_VIDEO" : "FEED"
    default:
      return null
  }
}

/** Stories have insights for 24 hours. */
export function isClosedStory(
  productType: ProductType,
  postedAt: Date | null,
  now: Date
): boolean {
  return (
    productType === "STORY" &&
    postedAt !== null &&
    now.getTime() - postedAt.getTime() > 24 * 60 * 60 * 1000
  )
}
