/** In every cell of a column that is not shown. */
export const Hidden = () => <span data-hidden-column hidden />

/**
 * For what is around the table: takes cells with `Hidden` away. The table's
 * menu offers exactly the columns to sort by, and there are more metrics than
 * columns that fit beside each other.
 */
export const HIDES_COLUMNS =
  "[&_td:has([data-hidden-column])]:hidden [&_th:has([data-hidden-column])]:hidden"
