import type { Cell, Column, ColumnKind } from "./column"

/**
 * In front of the file: Excel takes UTF-8 for the local character set without
 * it, and every other reader skips it.
 */
export const BOM = "\uFEFF"

/** https://www.rfc-editor.org/rfc/rfc4180#section-2 */
const LINE_END = "\r\n"

/**
 * What a spreadsheet could take for a formula at the start of a cell; the wide
 * forms are what Asian keyboards write.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** The line with the columns' names. */
export const csvHeader = <Row>(columns: readonly Column<Row>[]): string =>
  `${columns.map(({ name }) => quoted(name)).join(",")}${LINE_END}`

/** One row as a line. */
export const csvLine = <Row>(
  columns: readonly Column<Row>[],
  row: Row
): string =>
  `${columns.map(({ kind, value }) => csvCell(kind, value(row))).join(",")}${LINE_END}`

/** A cell: unknown is empty, numbers are bare, ids and texts are quoted. */
export function csvCell(kind: ColumnKind, value: Cell): string {
  if (value === null) {
    return ""
  }
  if (typeof value === "number" || typeof value === "boolean") {
    return String(value)
  }
  if (typeof value === "string") {
    return kind === "time" ? value : quoted(harmless(value))
  }
  const text = isList(value) ? value.join(" ") : reasons(value)
  return text === "" ? "" : quoted(harmless(text))
}

const isList = (value: object): value is readonly string[] =>
  Array.isArray(value)

const reasons = (value: Readonly<Record<string, unknown>>) =>
  Object.entries(value)
    .map(([metric, reason]) => `${metric}: ${String(reason)}`)
    .join("; ")

/** An apostrophe makes a spreadsheet show what follows as it is. */
const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
