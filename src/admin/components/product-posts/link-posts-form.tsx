import { Alert, Button, Drawer, Input, toast } from "@medusajs/ui"
import { useState } from "react"
import { useDebouncedSearch } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import { useLinkProductPosts } from "../../hooks/api/social-posts"
import { linkChanges } from "../../lib/link-changes"
import { PostPicker } from "./post-picker"

interface LinkPostsFormProps {
  productId: string
  linkedIds: string[]
  onSaved: () => void
}

/** Ticks survive every search; saving sends only what has changed. */
export const LinkPostsForm = ({
  productId,
  linkedIds,
  onSaved,
}: LinkPostsFormProps) => {
  const { t } = useTranslation("social")
  const { query, searchValue, onSearchValueChange } = useDebouncedSearch()
  // As they were when the drawer opened: another tab may change them meanwhile.
  const [before] = useState(linkedIds)
  const [chosen, setChosen] = useState(() => new Set(linkedIds))
  const {
    mutate: link,
    isPending,
    error,
  } = useLinkProductPosts(productId, {
    onSuccess: () => {
      toast.success(t("product.drawer.saved"))
      onSaved()
    },
  })
  const changes = linkChanges(before, chosen)
  return (
    <>
      <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-hidden">
        {error && <Alert variant="error">{error.message}</Alert>}
        <Input
          // The kind "search" draws a picture without a name.
          role="searchbox"
          value={searchValue}
          aria-label={t("product.drawer.search")}
          placeholder={t("product.drawer.search")}
          onChange={({ target }) => onSearchValueChange(target.value)}
        />
        <PostPicker q={query} chosen={chosen} onChange={setChosen} />
      </Drawer.Body>
      <Drawer.Footer>
        <span className="text-ui-fg-subtle txt-compact-small mr-auto">
          {t("product.drawer.selected", { count: chosen.size })}
        </span>
        <Drawer.Close asChild>
          <Button size="small" variant="secondary">
            {t("actions.cancel")}
          </Button>
        </Drawer.Close>
        <Button
          size="small"
          isLoading={isPending}
          disabled={!changes}
          onClick={() => changes && link(changes)}
        >
          {t("actions.save")}
        </Button>
      </Drawer.Footer>
    </>
  )
}
