import type { Cell, Column } from "./column"

/** A row as an object with the columns' names; unknown is `null`. */
export const jsonRow = <Row>(
  columns: readonly Column<Row>[],
  row: Row
): Record<string, Cell> =>
  Object.fromEntries(columns.map(({ name, value }) => [name, value(row)]))
