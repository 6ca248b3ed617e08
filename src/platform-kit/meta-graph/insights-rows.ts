import { toArray, toNumber, toRecord, toText } from "../coerce"

/** One metric of an insights answer. */
export interface InsightsRow {
  name: string
  /** A count, a duration, a percentage; `null` when the value is an object. */
  value: number | null
  /** Values that are objects, e.g. reactions by type. */
  parts: Record<string, number> | null
  /** As the platform sent it. */
  native: unknown
  breakdowns: InsightsBreakdown[]
}

export interface InsightsBreakdown {
  dimension_keys: string[]
  results: { dimension_values: string[]; value: number }[]
}

/** "Not counted yet" of Facebook stories: a value of the year 1970. */
const NOT_READY = /^1970-/

/**
 * Reads `{ data: [{ name, period, values | total_value }] }`, by metric name.
 * Some metrics come with a `day` row beside the total, which is stale; a `day`
 * row alone is not the total and is left out.
 */
export function readInsightsRows(edge: unknown): Map<string, InsightsRow> {
  const rows = new Map<string, InsightsRow>()
  for (const entry of toArray(toRecord(edge)?.data)) {
    const record = toRecord(entry)
    const name = toText(record?.name)
    const period = record?.period ?? "lifetime"
    if (!record || !name || period !== "lifetime") {
      continue
    }
    const row = readRow(name, record)
    if (row && !rows.has(name)) {
      rows.set(name, row)
    }
  }
  return rows
}

/** Sums of a breakdown by one dimension, keys in lower case. */
export function breakdownBy(
  row: Pick<InsightsRow, "breakdowns"> | undefined,
  dimension: string
): Record<string, number> | null {
  return slicesBy(row, dimension, (key) => key.toLowerCase())
}

/** Sums of a breakdown by one dimension, wherever it stands among several. */
export function slicesBy(
  row: Pick<InsightsRow, "breakdowns"> | undefined,
  dimension: string,
  nameOf: (key: string) => string = (key) => key
): Record<string, number> | null {
  const breakdown = row?.breakdowns.find(({ dimension_keys }) =>
    dimension_keys.includes(dimension)
  )
  if (!breakdown) {
    return null
  }
  const at = breakdown.dimension_keys.indexOf(dimension)
  const sums: Record<string, number> = {}
  for (const { dimension_values, value } of breakdown.results) {
    const key = dimension_values[at]
    if (key) {
      const name = nameOf(key)
      sums[name] = (sums[name] ?? 0) + value
    }
  }
  return sums
}

function readRow(
  name: string,
  record: Record<string, unknown>
): InsightsRow | null {
  const first = toRecord(toArray(record.values)[0])
  const total = toRecord(record.total_value)
  if (NOT_READY.test(toText(first?.end_time) ?? "")) {
    return null
  }
  // With a breakdown both are there with the same number: one is taken.
  const native = first?.value ?? total?.value ?? null
  const breakdowns = toArray(total?.breakdowns).flatMap(readBreakdown)
  return native === null && breakdowns.length === 0
    ? null
    : {
        name,
        value: toNumber(native),
        parts: numbersIn(native),
        native,
        breakdowns,
      }
}

/** The numbers of an object; `null` when it is none. */
export function numbersIn(value: unknown): Record<string, number> | null {
  if (Array.isArray(value) && value.length === 0) {
    // An empty map, written the way PHP writes one.
    return {}
  }
  const record = toRecord(value)
  return (
    record &&
    Object.fromEntries(
      Object.entries(record).flatMap(([key, part]) => {
        const number = toNumber(part)
        return number === null ? [] : [[key, number]]
      })
    )
  )
}

export function readBreakdown(entry: unknown): InsightsBreakdown[] {
  const record = toRecord(entry)
  if (!record) {
    return []
  }
  return [
    {
      dimension_keys: texts(record.dimension_keys),
      results: toArray(record.results).flatMap((result) => {
        const found = toRecord(result)
        const value = toNumber(found?.value)
        return value === null
          ? []
          : [{ dimension_values: texts(found?.dimension_values), value }]
      }),
    },
  ]
}

function texts(value: unknown): string[] {
  return toArray(value).flatMap((entry) => toText(entry) ?? [])
}
