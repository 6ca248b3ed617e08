import type { Column } from "./column"
import { BOM, csvHeader, csvLine } from "./csv"
import { jsonRow } from "./json"

/** The forms a table can be exported in. */
export const EXPORT_FORMATS = ["csv", "json"] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/**
 * A table as text, piece by piece, as its pages arrive: only one page is held.
 * JSON is one array, an entry a line; it ends only when every row is written,
 * so that half a file is no JSON.
 */
export async function* writeTable<Row>(
  format: ExportFormat,
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>
): AsyncGenerator<string> {
  if (format === "csv") {
    yield BOM + csvHeader(columns)
    for await (const rows of pages) {
      yield rows.map((row) => csvLine(columns, row)).join("")
    }
    return
  }
  let lead = "[\n"
  for await (const rows of pages) {
    const lines = rows.map((row) => JSON.stringify(jsonRow(columns, row)))
    yield lead + lines.join(",\n")
    lead = ",\n"
  }
  yield lead === "[\n" ? "[]\n" : "\n]\n"
}
