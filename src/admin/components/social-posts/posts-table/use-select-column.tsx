import { Checkbox, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { SocialPost } from "../../../types/http"
import { usePostTitle } from "../post-details/use-post-title"

const helper = createDataTableColumnHelper<SocialPost>()

/** Boxes to tick posts; the table's own have no names. */
export function useSelectColumn() {
  const { t } = useTranslation("social")
  const titleOf = usePostTitle()
  return useMemo(
    () =>
      helper.select({
        header: ({ table }) => (
          <Checkbox
            aria-label={t("posts.selection.page")}
            checked={
              table.getIsSomePageRowsSelected()
                ? "indeterminate"
                : table.getIsAllPageRowsSelected()
            }
            onCheckedChange={(checked) =>
              table.toggleAllPageRowsSelected(checked === true)
            }
          />
        ),
        cell: ({ row }) => (
          <Checkbox
            aria-label={t("posts.selection.post", {
              title: titleOf(row.original),
            })}
            checked={row.getIsSelected()}
            // A click on the box is none on the row behind it.
            onClick={(event) => event.stopPropagation()}
            onCheckedChange={(checked) => row.toggleSelected(checked === true)}
          />
        ),
      }),
    [t, titleOf]
  )
}
