import { METRICS, toRecord } from "../../../platform-kit"
import {
  type Column,
  type ColumnKind,
  numberOrNull,
  timeOrNull,
} from "./column"

/** A post as it is exported. */
export interface PostRow {
  id: string
  platform: string
  account_id: string
  account: string | null
  platform_post_id: string | null
  status: string
  origin: string
  media_product_type: string | null
  media_type: string | null
  caption: string | null
  hashtags: string[] | null
  mentions: string[] | null
  permalink: string | null
  posted_at: Date | null
  expires_at: Date | null
  group_id: string | null
  insights: unknown
  sync_status: string | null
  last_synced_at: Date | null
  /** When the platform gave it last; not exported. */
  read_at: Date | null
}

const plain = (
  name: keyof PostRow & string,
  kind: ColumnKind
): Column<PostRow> => ({
  name,
  kind,
  value: (row) => row[name] as string | string[] | null,
})

const time = (
  name: "posted_at" | "expires_at" | "last_synced_at"
): Column<PostRow> => ({
  name,
  kind: "time",
  value: (row) => timeOrNull(row[name]),
})

/** Stores keep texts and lists under a metric's name, too; those are unknown. */
const metric = (name: string): Column<PostRow> => ({
  name,
  kind: "number",
  value: ({ insights }) => numberOrNull(toRecord(insights)?.[name]),
})

export const POST_COLUMNS: readonly Column<PostRow>[] = [
  plain("id", "id"),
  plain("platform", "text"),
  plain("account_id", "id"),
  plain("account", "text"),
  plain("platform_post_id", "id"),
  plain("status", "text"),
  plain("origin", "text"),
  plain("media_product_type", "text"),
  plain("media_type", "text"),
  plain("caption", "text"),
  plain("hashtags", "list"),
  plain("mentions", "list"),
  plain("permalink", "text"),
  time("posted_at"),
  time("expires_at"),
  plain("group_id", "id"),
  metric("engagement"),
  metric("engagement_rate"),
  {
    name: "engagement_rate_basis",
    kind: "text",
    value: ({ insights }) => {
      const basis = toRecord(insights)?.engagement_rate_basis
      return typeof basis === "string" ? basis : null
    },
  },
  ...METRICS.map(metric),
  {
    name: "unavailable",
    kind: "reasons",
    value: ({ insights }) => toRecord(toRecord(insights)?.unavailable),
  },
  plain("sync_status", "text"),
  time("last_synced_at"),
]
