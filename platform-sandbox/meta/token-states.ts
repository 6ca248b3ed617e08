import { DAY } from "./time"
import { TokenRecord, TokenState } from "./tokens"

const STATES: TokenState[] = [
  "valid",
  "expired",
  "revoked",
  "password_changed",
  "role_lost",
]

export const isTokenState = (value: unknown): value is TokenState =>
  STATES.some((state) => state === value)

/** Puts tokens into a state; one that is valid again lives for some days. */
export function switchTokens(
  tokens: TokenRecord[],
  state: TokenState,
  now: number,
  days = 1
): void {
  for (const token of tokens) {
    token.state = state
    if (state === "valid" && token.expires_at) {
      token.expires_at = Math.max(token.expires_at, now + days * DAY)
    }
  }
}
