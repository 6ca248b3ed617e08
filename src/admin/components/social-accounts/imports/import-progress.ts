import type { SocialImport } from "../../../types/http"

/** The last imports of posts; looking for stories is not worth telling. */
export const RECENT_IMPORTS = { limit: 5, kind: ["full", "new"] }

type Running = Pick<SocialImport, "limit" | "progress" | "started_at">

/**
 * How far an import is, in whole percent: by posts where it is bounded by a
 * number, by time where it is bounded by a date, whichever is nearer to its
 * end. `null` where it goes on until there is nothing left. Never 100: only
 * the end is the end.
 */
export function percentOf({
  limit,
  progress,
  started_at,
}: Running): number | null {
  const { posts, oldest_posted_at, since } = progress
  const parts: number[] = []
  if (limit) {
    parts.push(posts / limit)
  }
  if (since) {
    const start = Date.parse(started_at)
    const reached = oldest_posted_at ? Date.parse(oldest_posted_at) : start
    parts.push((start - reached) / Math.max(1, start - Date.parse(since)))
  }
  return parts.length > 0
    ? Math.min(99, Math.max(0, Math.floor(Math.max(...parts) * 100)))
    : null
}

type Ended = Pick<SocialImport, "status">

/** The one that is going on. */
export const runningOf = <T extends Ended>(
  imports: readonly T[] | undefined
): T | undefined => imports?.find(({ status }) => status === "running")

/** The last one that is over. */
export const lastOf = <T extends Ended>(
  imports: readonly T[] | undefined
): T | undefined => imports?.find(({ status }) => status !== "running")
