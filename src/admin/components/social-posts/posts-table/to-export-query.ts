import type { ExportQuery } from "../../../lib/export-url"

/** What turns pages, sorts and picks columns of a list; a file has it all. */
const OF_THE_LIST = ["fields", "limit", "offset", "order"]

/** A list's parameters without those that only concern how it is shown. */
export const toExportQuery = (query: Record<string, unknown>): ExportQuery =>
  Object.fromEntries(
    Object.entries(query).filter(
      ([name, value]) => !OF_THE_LIST.includes(name) && value !== undefined
    )
  ) as ExportQuery
