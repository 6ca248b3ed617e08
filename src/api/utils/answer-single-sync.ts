import type { MedusaResponse } from "@medusajs/framework/http"
import { ageOf } from "../../modules/social-posts/insights/to-skipped"
import type { ScopedPost } from "../../modules/social-posts/sql/claim-posts"
import type { PostOutcome } from "../../modules/social-posts/types/sync"

export interface SingleSync {
  /** What the run did; `null` when no run was needed. */
  outcome: PostOutcome | null
  obstacle: Pick<ScopedPost, "obstacle"> & {
    parked_until: Date | string | null
  }
  /** What is stored after the sync. */
  insights: Record<string, unknown>
  last_synced_at: Date | string | null
}

/** HTTP status of a sync that brought nothing, by the kind of trouble. */
const STATUS_OF_KIND: Record<string, { status: number; type: string }> = {
  rate_limit: { status: 429, type: "rate_limit" },
  quota: { status: 429, type: "rate_limit" },
  payment: { status: 429, type: "rate_limit" },
  transient: { status: 502, type: "platform_unavailable" },
}
const NOT_ALLOWED = { status: 400, type: "not_allowed" }

/**
 * Answers a single sync: 200 when something was read (or was fresh), else an
 * error with what happened, what to do, and the stored numbers with their age.
 */
export function answerSingleSync(res: MedusaResponse, sync: SingleSync): void {
  const { outcome, obstacle, insights } = sync
  if (outcome?.status === "success") {
    res.json({ message: "Insights synced successfully", insights })
    return
  }
  if (outcome?.status === "partial") {
    const message = `Insights synced in part: ${outcome.error}`
    res.json({ message, insights })
    return
  }
  const age = ageOf(toDate(sync.last_synced_at), new Date())
  if (!outcome && obstacle.obstacle === "fresh") {
    const message = `Insights are fresh: synced ${age} ago. Send force to sync anyway.`
    res.json({ message, insights, skipped: "fresh" })
    return
  }
  answerFailure(res, sync, sync.last_synced_at ? age : null)
}

function answerFailure(
  res: MedusaResponse,
  { outcome, obstacle, insights }: SingleSync,
  age: string | null
): void {
  const parked = !outcome && obstacle.obstacle === "parked"
  const kind = parked ? "rate_limit" : (outcome?.kind ?? "invalid")
  const { status, type } = STATUS_OF_KIND[kind] ?? NOT_ALLOWED
  const retryAt = toDate(parked ? obstacle.parked_until : outcome?.retry_at)
  if (status === 429) {
    const seconds = retryAt ? (retryAt.getTime() - Date.now()) / 1000 : 900
    res.setHeader("Retry-After", String(Math.max(1, Math.ceil(seconds))))
  }
  const reason =
    outcome?.error ??
    (parked
      ? `Rate limit exceeded: the platform's limit is used up until ${retryAt?.toISOString()}. Syncing continues by itself.`
      : "The post is already syncing. Wait until it has finished.")
  const stored = age
    ? `The stored numbers are ${age} old.`
    : "No numbers are stored yet."
  res.status(status).json({
    type,
    message: `${reason} ${stored}`,
    kind,
    retry_at: retryAt?.toISOString() ?? null,
    insights,
  })
}

function toDate(value: Date | string | null | undefined): Date | null {
  return value ? new Date(value) : null
}
