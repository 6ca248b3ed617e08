import { ACCOUNT_METRICS, toRecord } from "../../../platform-kit"
import { type Column, numberOrNull, timeOrNull } from "./column"

/** One day of an account as it is exported; its numbers stand beside it. */
export interface AccountDayRow {
  account_id: string
  platform: string
  account: string | null
  day: string
  period_end: Date | null
  captured_at: Date
  other_metrics: unknown
  unavailable: unknown
  definition_version: number
  [metric: string]: unknown
}

export const ACCOUNT_DAY_COLUMNS: readonly Column<AccountDayRow>[] = [
  { name: "account_id", kind: "id", value: ({ account_id }) => account_id },
  { name: "platform", kind: "text", value: ({ platform }) => platform },
  { name: "account", kind: "text", value: ({ account }) => account },
  { name: "day", kind: "time", value: ({ day }) => day },
  {
    name: "period_end",
    kind: "time",
    value: ({ period_end }) => timeOrNull(period_end),
  },
  {
    name: "captured_at",
    kind: "time",
    value: ({ captured_at }) => timeOrNull(captured_at),
  },
  ...ACCOUNT_METRICS.map<Column<AccountDayRow>>((name) => ({
    name,
    kind: "number",
    value: (row) =>
      numberOrNull(row[name] ?? toRecord(row.other_metrics)?.[name]),
  })),
  {
    name: "unavailable",
    kind: "reasons",
    value: ({ unavailable }) => toRecord(unavailable),
  },
  {
    name: "definition_version",
    kind: "number",
    value: ({ definition_version }) => definition_version,
  },
]
