const DAY = 86_400_000
/** From here on it is time to think about a new token. */
const SOON = 7 * DAY

/** Beyond that, "in 2 months" says less than the day itself. */
const FAR = 31 * DAY

export type TokenState = "unknown" | "far" | "valid" | "soon" | "over"

/** How long an account's token still holds. */
export function tokenState(expiresAt: string | null, now: number): TokenState {
  if (!expiresAt) {
    return "unknown"
  }
  const left = new Date(expiresAt).getTime() - now
  if (left <= 0) {
    return "over"
  }
  if (left < SOON) {
    return "soon"
  }
  return left < FAR ? "valid" : "far"
}

/** Whether the platform's limit still keeps an account from being read. */
export const isParked = (parkedUntil: string | null, now: number): boolean =>
  parkedUntil !== null && new Date(parkedUntil).getTime() > now
