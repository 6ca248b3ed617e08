import { type Column, type ColumnKind, timeOrNull } from "./column"

/** A comment as it is exported. */
export interface CommentRow {
  id: string
  platform: string
  account_id: string
  post_id: string
  platform_post_id: string | null
  platform_comment_id: string
  parent_id: string | null
  author_id: string | null
  author_name: string | null
  by_account: boolean | null
  text: string | null
  like_count: number | null
  hidden: boolean | null
  commented_at: Date | null
  edited_at: Date | null
  removed_at: Date | null
  fetched_at: Date | null
}

const plain = (
  name: keyof CommentRow & string,
  kind: ColumnKind
): Column<CommentRow> => ({
  name,
  kind,
  value: (row) => row[name] as string | number | boolean | null,
})

const time = (
  name: "commented_at" | "edited_at" | "removed_at" | "fetched_at"
): Column<CommentRow> => ({
  name,
  kind: "time",
  value: (row) => timeOrNull(row[name]),
})

export const COMMENT_COLUMNS: readonly Column<CommentRow>[] = [
  plain("id", "id"),
  plain("platform", "text"),
  plain("account_id", "id"),
  plain("post_id", "id"),
  plain("platform_post_id", "id"),
  plain("platform_comment_id", "id"),
  plain("parent_id", "id"),
  plain("author_id", "id"),
  plain("author_name", "text"),
  plain("by_account", "boolean"),
  plain("text", "text"),
  plain("like_count", "number"),
  plain("hidden", "boolean"),
  time("commented_at"),
  time("edited_at"),
  time("removed_at"),
  time("fetched_at"),
]
