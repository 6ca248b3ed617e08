import type { DataTableRowSelectionState } from "@medusajs/ui"
import { useMemo, useState } from "react"
import type { SocialPost } from "../../../types/http"

/** What has to be known of a post once its page is turned. */
export type ChosenPost = Pick<SocialPost, "id" | "status" | "platform_post_id">

/** The ticked posts, over all pages. */
export function useChosenPosts(page: readonly SocialPost[] | undefined) {
  const [chosen, setChosen] = useState<readonly ChosenPost[]>([])
  const state = useMemo<DataTableRowSelectionState>(
    () => Object.fromEntries(chosen.map(({ id }) => [id, true])),
    [chosen]
  )
  const onRowSelectionChange = (next: DataTableRowSelectionState) => {
    const known = new Map<string, ChosenPost>(
      [...chosen, ...(page ?? [])].map((post) => [post.id, post])
    )
    setChosen(
      Object.keys(next).flatMap((id) => (next[id] ? (known.get(id) ?? []) : []))
    )
  }
  return {
    chosen,
    rowSelection: { state, onRowSelectionChange },
    clear: () => setChosen([]),
  }
}
