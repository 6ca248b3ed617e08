import { Checkbox, Input, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useProductOptions } from "../post-products/use-product-options"

interface ProductFilterProps {
  chosen: readonly string[]
  /** Those of the chosen whose titles are known. */
  named: readonly { value: string; label: string }[]
  onChange: (chosen: string[] | undefined) => void
}

/** Products to tick, found by search. */
export const ProductFilter = ({
  chosen,
  named,
  onChange,
}: ProductFilterProps) => {
  const { t } = useTranslation("social")
  const prefix = useId()
  const { options, searchValue, onSearchValueChange } = useProductOptions(named)
  const toggle = (id: string, isChosen: boolean) => {
    const next = isChosen
      ? [...chosen, id]
      : chosen.filter((other) => other !== id)
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <div className="flex w-[250px] flex-col">
      <div className="border-b p-2">
        <Input
          size="small"
          type="search"
          autoFocus
          value={searchValue}
          aria-label={t("posts.filters.searchProducts")}
          placeholder={t("posts.filters.searchProducts")}
          onChange={({ target }) => onSearchValueChange(target.value)}
        />
      </div>
      <ul className="max-h-[300px] overflow-y-auto p-1">
        {options.map(({ value, label }) => (
          <li
            key={value}
            className="hover:bg-ui-bg-component-hover flex items-center gap-x-2 rounded px-2"
          >
            <Checkbox
              id={`${prefix}${value}`}
              checked={chosen.includes(value)}
              onCheckedChange={(checked) => toggle(value, checked === true)}
            />
            <label
              htmlFor={`${prefix}${value}`}
              className="txt-compact-small min-w-0 flex-1 cursor-pointer truncate py-1"
            >
              {label}
            </label>
          </li>
        ))}
      </ul>
      {options.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-3 py-4">
          {t("posts.filters.noProducts")}
        </Text>
      )}
    </div>
  )
}
