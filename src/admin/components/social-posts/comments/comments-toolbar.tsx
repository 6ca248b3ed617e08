import { Input, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CommentOrder } from "../../../hooks/api/social-comments"
import { type Shown, SHOWN } from "./comment-filters"

interface CommentsToolbarProps {
  search: string
  onSearch: (search: string) => void
  shown: Shown
  onShow: (shown: Shown) => void
  order: CommentOrder
  onOrder: (order: CommentOrder) => void
}

/** Finds comments by their text and author, by state, and in which order. */
export const CommentsToolbar = ({
  search,
  onSearch,
  shown,
  onShow,
  order,
  onOrder,
}: CommentsToolbarProps) => {
  const { t } = useTranslation("social")
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 py-4">
      <div className="min-w-40 flex-1">
        <Input
          size="small"
          type="search"
          value={search}
          aria-label={t("comments.search")}
          placeholder={t("comments.search")}
          onChange={({ target }) => onSearch(target.value)}
        />
      </div>
      <div className="w-36">
        <Select
          size="small"
          value={shown}
          onValueChange={(value) => onShow(value as Shown)}
        >
          <Select.Trigger aria-label={t("comments.show.label")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {SHOWN.map((one) => (
              <Select.Item key={one} value={one}>
                {t(`comments.show.${one}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      <div className="w-36">
        <Select
          size="small"
          value={order}
          onValueChange={(value) => onOrder(value as CommentOrder)}
        >
          <Select.Trigger aria-label={t("post.comments.order")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value="-commented_at">
              {t("post.comments.newest")}
            </Select.Item>
            <Select.Item value="commented_at">
              {t("post.comments.oldest")}
            </Select.Item>
          </Select.Content>
        </Select>
      </div>
    </div>
  )
}
