import { useProducts, useQueryParams } from "@medusajs/dashboard/hooks"
import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { readFilter } from "../../../lib/read-filter"
import { ProductFilter } from "./product-filter"

/** Posts that show certain products; the store is searched for them. */
export function useProductFilter(): DataTableFilter {
  const { t } = useTranslation("social")
  const { product_id } = useQueryParams(["product_id"])
  const ids = [readFilter(product_id) ?? []].flat()
  const { products } = useProducts(
    { id: ids, fields: "id,title", limit: ids.length },
    { enabled: ids.length > 0, placeholderData: (previous) => previous }
  )
  return useMemo(() => {
    // The table takes the words for what is chosen from the options.
    const options = (products ?? []).map(({ id, title }) => ({
      value: id,
      label: title,
    }))
    const filter = {
      id: "product_id",
      type: "custom" as const,
      label: t("posts.fields.product"),
      options,
      render: ({ value, onChange }: FilterState) => (
        <ProductFilter
          chosen={[value ?? []].flat()}
          named={options}
          onChange={onChange}
        />
      ),
    }
    return filter
  }, [products, t])
}

interface FilterState {
  value?: string | string[] | null
  onChange: (value: string[] | undefined) => void
}
