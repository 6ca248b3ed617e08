import { XMarkMini } from "@medusajs/icons"
import { Combobox } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { forwardRef } from "react"
import { useTranslation } from "react-i18next"
import type { LinkedProduct } from "../../../types/http"
import { useProductOptions } from "./use-product-options"

interface ProductPickerProps {
  linked: readonly LinkedProduct[]
  value: string[]
  onChange: (ids: string[]) => void
}

/** Chooses products by search; the chosen ones are listed below. */
export const ProductPicker = forwardRef<HTMLInputElement, ProductPickerProps>(
  ({ linked, value, onChange, ...field }, ref) => {
    const { t } = useTranslation("social")
    const { options, known, searchValue, onSearchValueChange } =
      useProductOptions(
        linked.map(({ id, title }) => ({ value: id, label: title }))
      )
    const nameOf = (id: string) =>
      known.find((option) => option.value === id)?.label ?? id
    return (
      <div className="flex flex-col gap-y-2">
        <Combobox
          {...field}
          ref={ref}
          value={value}
          onChange={(ids) => onChange(ids ?? [])}
          options={options}
          searchValue={searchValue}
          onSearchValueChange={onSearchValueChange}
          placeholder={t("post.products.search")}
        />
        {value.length > 0 && (
          <ul className="flex flex-col gap-y-1">
            {value.map((id) => (
              <li
                key={id}
                className="bg-ui-bg-component flex items-center justify-between gap-x-2 rounded-md px-2 py-1"
              >
                <Text size="small" leading="compact" className="truncate">
                  {nameOf(id)}
                </Text>
                <button
                  type="button"
                  aria-label={t("post.products.unlink", {
                    product: nameOf(id),
                  })}
                  className="text-ui-fg-muted hover:text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm p-0.5 outline-none"
                  onClick={() => onChange(value.filter((one) => one !== id))}
                >
                  <XMarkMini aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    )
  }
)
ProductPicker.displayName = "ProductPicker"
