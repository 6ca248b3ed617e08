import { toId, toRecord, toText } from "../../../platform-kit"
import { fromText } from "./old-row"

/** What publishing to one network left behind. */
export interface PublishResult {
  /** As the old store named it. */
  platform: string
  id: string | null
  permalink: string | null
}

const IDS = [
  "postId",
  "post_id",
  "platform_post_id",
  "media_id",
  "tweet_id",
  "urn",
  "id",
]
const ADDRESSES = ["permalink", "post_url", "postUrl", "url", "link"]

/**
 * The results of publishing, whatever their form: a list, an object by
 * platform with objects or bare ids, one result, or any of these as a text or
 * under `results`. Those that failed are left out. Pure.
 */
export function readPublishResults(stored: unknown): PublishResult[] {
  const value = fromText(stored)
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown) => one(toRecord(fromText(entry))))
  }
  const record = toRecord(value)
  if (!record) {
    return []
  }
  if (record.results !== undefined) {
    return readPublishResults(record.results)
  }
  if (toText(record.platform) ?? toText(record.network)) {
    return one(record)
  }
  return Object.entries(record).flatMap(([platform, entry]) =>
    one({ platform, ...(toRecord(fromText(entry)) ?? { id: entry }) })
  )
}

function one(result: Record<string, unknown> | null): PublishResult[] {
  const platform = toText(result?.platform) ?? toText(result?.network)
  if (!result || !platform || hasFailed(result)) {
    return []
  }
  return [
    {
      platform,
      id: first(IDS, result, toId),
      permalink: first(ADDRESSES, result, toText),
    },
  ]
}

const hasFailed = ({ success, status }: Record<string, unknown>) =>
  success === false || /^(?:fail|error)/i.test(toText(status) ?? "")

function first(
  keys: readonly string[],
  record: Record<string, unknown>,
  read: (value: unknown) => string | null
): string | null {
  for (const key of keys) {
    const value = read(record[key])
    if (value) {
      return value
    }
  }
  return null
}
