import type { UsageReading } from "../call-budget"
import { toArray, toNumber, toRecord, toText } from "../coerce"
import { parseJson } from "../json"
import { accountBucket, appBucket, type PlatformAnswer } from "../platform-http"

type Headers = PlatformAnswer["headers"]

interface BusinessUsage {
  id: string
  type: string
  used: number
  /** Minutes until calls are possible again; 0 is "not blocked now". */
  wait: number
}

/**
 * What the usage headers say, as shares of 1. Either header may be missing or
 * malformed: then nothing is known, which is not 0.
 *
 * One read can report several business entries (business id and account id);
 * each is kept, and the account's bucket carries the fullest and the longest
 * wait, because that one stops the next call.
 * https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
export function readGraphUsage(
  headers: Headers,
  platform: string,
  accountId: string,
  now: Date
): UsageReading[] {
  const readings: UsageReading[] = []
  const app = fullest(headerJson(headers, "x-app-usage"))
  if (app !== null) {
    readings.push({
      scope: "app",
      bucket: appBucket(platform),
      used: app,
      resets_at: null,
    })
  }
  const entries = businessUsage(headers)
  if (entries.length > 0) {
    const bucket = accountBucket(accountId)
    readings.push({
      scope: "account",
      bucket,
      used: Math.max(...entries.map(({ used }) => used)),
      resets_at: longestWait(headers, now),
    })
    for (const { id, type, used, wait } of entries) {
      readings.push({
        scope: "account",
        bucket: `${bucket}:${type}:${id}`,
        used,
        resets_at: inMinutes(wait, now),
      })
    }
  }
  return readings
}

/** The longest wait of all entries, or `null` when no header asks for one. */
export function longestWait(headers: Headers, now: Date): Date | null {
  const waits = businessUsage(headers).map(({ wait }) => wait)
  return inMinutes(Math.max(0, ...waits), now)
}

function inMinutes(minutes: number, now: Date): Date | null {
  return minutes > 0 ? new Date(now.getTime() + minutes * 60 * 1000) : null
}

function businessUsage(headers: Headers): BusinessUsage[] {
  const byId = headerJson(headers, "x-business-use-case-usage") ?? {}
  return Object.entries(byId).flatMap(([id, entries]) =>
    toArray(entries).flatMap((entry) => {
      const record = toRecord(entry)
      const used = fullest(record)
      const wait = toNumber(record?.estimated_time_to_regain_access)
      const known = used ?? (wait !== null && wait > 0 ? 1 : null)
      return known === null
        ? []
        : [
            {
              id,
              type: toText(record?.type) ?? "unknown",
              used: known,
              wait: wait !== null && wait > 0 ? wait : 0,
            },
          ]
    })
  )
}

/** All figures are percentages; the fullest one throttles. */
function fullest(record: Record<string, unknown> | null): number | null {
  const figures = [
    record?.call_count,
    record?.total_time,
    record?.total_cputime,
  ].flatMap((figure) => toNumber(figure) ?? [])
  return figures.length === 0 ? null : Math.max(...figures) / 100
}

function headerJson(
  headers: Headers,
  name: string
): Record<string, unknown> | null {
  const text = headers[name]
  if (!text) {
    return null
  }
  try {
    return toRecord(parseJson(text))
  } catch {
    // A malformed usage header must not cost the answer it came with.
    return null
  }
}
