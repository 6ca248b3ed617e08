import type { CommentFilters } from "../../../hooks/api/social-comments"

/** Which threads are shown. */
export const SHOWN = ["all", "unanswered", "hidden"] as const

export type Shown = (typeof SHOWN)[number]

/** What the list is narrowed to; nothing for everything. */
export function toFilters(search: string, shown: Shown): CommentFilters {
  const q = search.trim()
  return {
    ...(q && { q }),
    ...(shown !== "all" && { [shown]: true as const }),
  }
}
