import { METRICS, toRecord } from "../../../platform-kit"
import { SNAPSHOT_NUMBERS } from "../sql/write-readings"
import { type Column, numberOrNull, timeOrNull } from "./column"

/** One reading of a post as it is exported; its numbers stand beside it. */
export interface TimelineRow {
  post_id: string
  platform: string
  account_id: string
  platform_post_id: string | null
  posted_at: Date | null
  captured_at: Date
  definition_version: number
  other_metrics: unknown
  [metric: string]: unknown
}

const id = (
  name: "post_id" | "account_id" | "platform_post_id"
): Column<TimelineRow> => ({ name, kind: "id", value: (row) => row[name] })

export const TIMELINE_COLUMNS: readonly Column<TimelineRow>[] = [
  id("post_id"),
  { name: "platform", kind: "text", value: ({ platform }) => platform },
  id("account_id"),
  id("platform_post_id"),
  {
    name: "posted_at",
    kind: "time",
    value: ({ posted_at }) => timeOrNull(posted_at),
  },
  {
    name: "captured_at",
    kind: "time",
    value: ({ captured_at }) => timeOrNull(captured_at),
  },
  ...SNAPSHOT_NUMBERS.map<Column<TimelineRow>>((name) => ({
    name,
    kind: "number",
    value: (row) => numberOrNull(row[name]),
  })),
  ...METRICS.filter((name) => !SNAPSHOT_NUMBERS.includes(name)).map<
    Column<TimelineRow>
  >((name) => ({
    name,
    kind: "number",
    value: ({ other_metrics }) => numberOrNull(toRecord(other_metrics)?.[name]),
  })),
  {
    name: "definition_version",
    kind: "number",
    value: ({ definition_version }) => definition_version,
  },
]
