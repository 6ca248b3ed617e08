import {
  parseJson,
  toDate,
  toId,
  toRecord,
  toText,
} from "../../../platform-kit"

/** What a column of the old table of posts is good for, and usual names of it. */
export const POST_ROLES = {
  id: ["id"],
  insights: ["insights", "metrics", "analytics", "stats"],
  platform_id: [
    "platform_id",
    "social_platform_id",
    "social_account_id",
    "account_id",
  ],
  platform: ["platform", "platform_name", "network", "provider", "channel"],
  status: ["status", "state"],
  caption: ["caption", "content", "message", "text", "body", "description"],
  posted_at: ["posted_at", "published_at", "publish_date", "posted_date"],
  scheduled_at: ["scheduled_at", "scheduled_for", "schedule_date"],
  permalink: ["permalink", "post_url", "url", "link"],
  post_id: ["platform_post_id", "external_id", "external_post_id", "post_id"],
  media_type: ["media_type", "post_type", "type"],
  media: ["media", "media_attachments", "media_urls", "attachments", "images"],
  hashtags: ["hashtags", "tags"],
  mentions: ["mentions"],
  publish_results: ["publish_results", "publish_result", "results"],
  created_at: ["created_at"],
  updated_at: ["updated_at"],
  deleted_at: ["deleted_at"],
} as const

/** The same for the old table of platforms, which holds the tokens. */
export const PLATFORM_ROLES = {
  id: ["id"],
  name: ["name", "display_name", "title"],
  platform: ["platform", "category", "provider", "network", "type"],
  api_config: ["api_config", "config", "credentials", "settings"],
  username: ["username", "handle"],
  external_id: ["external_id", "page_id"],
  deleted_at: ["deleted_at"],
} as const

export type PostRole = keyof typeof POST_ROLES
export type PlatformRole = keyof typeof PLATFORM_ROLES

/** Column by role; roles without a column are absent. */
export type Columns<Role extends string> = Partial<Record<Role, string>>

/**
 * Which column plays which role: the first usual name that is there, unless
 * the caller names one. Pure.
 */
export function findColumns<Role extends string>(
  roles: Readonly<Record<Role, readonly string[]>>,
  existing: readonly string[],
  named: Columns<Role> = {}
): Columns<Role> {
  const found: Columns<Role> = {}
  for (const role of Object.keys(roles) as Role[]) {
    const column =
      named[role] ?? roles[role].find((name) => existing.includes(name))
    if (column) {
      found[role] = column
    }
  }
  return found
}

/** A row of the old table, by role; what has no column is `null`. */
export interface OldRow {
  id: string
  platform_id: string | null
  platform: string | null
  status: string | null
  caption: string | null
  posted_at: Date | null
  scheduled_at: Date | null
  permalink: string | null
  post_id: string | null
  media_type: string | null
  media: unknown
  hashtags: unknown
  mentions: unknown
  publish_results: unknown
  insights: Record<string, unknown>
  created_at: Date | null
  updated_at: Date | null
  deleted: boolean
}

/** @param json the row as PostgreSQL's `row_to_json` writes it */
export function readOldRow(json: string, columns: Columns<PostRole>): OldRow {
  const row = toRecord(parseJson(json)) ?? {}
  const at = (role: PostRole) => {
    const column = columns[role]
    return column === undefined ? null : (row[column] ?? null)
  }
  return {
    id: toId(at("id")) ?? "",
    platform_id: toId(at("platform_id")),
    platform: toText(at("platform")),
    status: toText(at("status")),
    caption: toText(at("caption")),
    posted_at: toTime(at("posted_at")),
    scheduled_at: toTime(at("scheduled_at")),
    permalink: toText(at("permalink")),
    post_id: toId(at("post_id")),
    media_type: toText(at("media_type")),
    media: fromText(at("media")),
    hashtags: fromText(at("hashtags")),
    mentions: fromText(at("mentions")),
    publish_results: fromText(at("publish_results")),
    insights: toRecord(fromText(at("insights"))) ?? {},
    created_at: toTime(at("created_at")),
    updated_at: toTime(at("updated_at")),
    deleted: at("deleted_at") !== null,
  }
}

/** JSON that was stored as a text, or twice; anything else stays as it is. */
export function fromText(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{"]/.test(value)) {
    return value
  }
  try {
    return fromText(parseJson(value))
  } catch {
    return value
  }
}

/** A time that can be stored; one without an offset is UTC. */
export function toTime(value: unknown): Date | null {
  const text =
    typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}[\d:.]*$/.test(value)
      ? `${value.replace(" ", "T")}Z`
      : value
  const date = toDate(text)
  const year = date?.getUTCFullYear() ?? 0
  return year >= 1 && year <= 9999 ? date : null
}
