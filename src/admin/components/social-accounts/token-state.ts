import type { SocialAccount } from "../../types/http"

const DAY = 86_400_000
/** From here on it is time to connect again. */
const SOON = 7 * DAY

/** Beyond that, "in 2 months" says less than the day itself. */
const FAR = 31 * DAY

export type TokenState = "unknown" | "far" | "valid" | "soon" | "over"

/** How far a moment is at which an account ends. */
export function tokenState(endsAt: string | null, now: number): TokenState {
  if (!endsAt) {
    return "unknown"
  }
  const left = new Date(endsAt).getTime() - now
  if (left <= 0) {
    return "over"
  }
  if (left < SOON) {
    return "soon"
  }
  return left < FAR ? "valid" : "far"
}

export type Connected = Pick<
  SocialAccount,
  "status" | "connection_flow" | "reconnect_by" | "token_expires_at"
>

/** Until when an account stays connected without a person. */
export type Deadline =
  | { kind: "none" | "unknown" | "itself" }
  /** A person is needed by then. */
  | { kind: "by"; time: string }

/**
 * A token that renews itself has an end as well, which concerns nobody. Of a
 * pasted one whose renewal is not known, its end is the deadline.
 */
export function deadlineOf(account: Connected): Deadline {
  if (account.status === "disconnected") {
    return { kind: "none" }
  }
  const pasted = !account.connection_flow
  const time =
    account.reconnect_by ?? (pasted ? account.token_expires_at : null)
  if (time) {
    return { kind: "by", time }
  }
  return { kind: pasted ? "unknown" : "itself" }
}

/** The day by which an active account needs a person, when that is near. */
export function nearDeadline(account: Connected, now: number): string | null {
  const deadline = deadlineOf(account)
  if (account.status !== "active" || deadline.kind !== "by") {
    return null
  }
  const state = tokenState(deadline.time, now)
  return state === "soon" || state === "over" ? deadline.time : null
}

/** Whether the platform's limit still keeps an account from being read. */
export const isParked = (parkedUntil: string | null, now: number): boolean =>
  parkedUntil !== null && new Date(parkedUntil).getTime() > now
