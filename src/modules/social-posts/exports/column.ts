/** What a cell of an export can hold. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | Readonly<Record<string, unknown>>

/**
 * What a column holds; it decides how CSV writes it.
 *
 * - `id`: letters and digits that are no number, however much they look like it
 * - `text`: what persons wrote; made safe for spreadsheets
 * - `number`: a count or rate; unknown is empty, zero is `0`
 * - `time`: UTC ISO 8601
 * - `list`: texts, separated by a space
 * - `reasons`: `{ metric: reason }`, as `metric: reason; …`
 */
export type ColumnKind =
  "id" | "text" | "number" | "boolean" | "time" | "list" | "reasons"

/** A column of an export. Names and order are stable: others build on them. */
export interface Column<Row> {
  name: string
  kind: ColumnKind
  value: (row: Row) => Cell
}

/** A number, or `null` for everything that is none: unknown is never zero. */
export const numberOrNull = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null

/** A time as it is exported, in UTC ISO 8601. */
export const timeOrNull = (value: Date | null): string | null =>
  value?.toISOString() ?? null
