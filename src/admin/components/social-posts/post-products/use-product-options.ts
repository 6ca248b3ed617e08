import { useDebouncedSearch, useProducts } from "@medusajs/dashboard/hooks"
import { useState } from "react"

interface Option {
  value: string
  label: string
}

const SHOWN = 20

/**
 * Products to choose from by search. Those chosen or met before stay among the
 * options, so that each keeps its name whatever is searched for.
 */
export function useProductOptions(linked: readonly Option[]) {
  const { query, searchValue, onSearchValueChange } = useDebouncedSearch()
  const { products } = useProducts(
    {
      q: query || undefined,
      limit: SHOWN,
      fields: "id,title",
      order: "title",
    },
    { placeholderData: (previous) => previous }
  )
  const found = (products ?? []).map(({ id, title }) => ({
    value: id,
    label: title,
  }))
  const [met, setMet] = useState(() => [...linked])
  const unmet = found.filter(
    ({ value }) => !met.some((option) => option.value === value)
  )
  if (unmet.length > 0) {
    setMet([...met, ...unmet])
  }
  return {
    /** What the search finds. */
    options: query ? found : met,
    /** Every product whose name is known. */
    known: met,
    searchValue,
    onSearchValueChange,
  }
}
