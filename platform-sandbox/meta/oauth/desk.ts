import { isRedirectList } from "../../core/oauth"
import { SandboxEnvironment } from "../../core/types"
import { TokenRegistry } from "../tokens"
import { ClientApp } from "./client-app"
import { CodeBook } from "./codes"
import { Person } from "./people"
import { TokenMint } from "./token-mint"

/** Everything the OAuth endpoints of one world work with. */
export interface OAuthDesk {
  environment: SandboxEnvironment
  tokens: TokenRegistry
  mint: TokenMint
  codes: CodeBook
  /** The Meta app and the Instagram app have an id and a secret each. */
  apps: Record<"facebook" | "instagram", ClientApp>
  people: Record<"facebook" | "instagram", Person[]>
  /** Shape of the Instagram token answer; which is live is unverified (instagram §9). */
  token_answer: "data" | "flat"
}

/** Changes a registered address list or an answer's shape; false when it is neither. */
export function setDesk(
  desk: OAuthDesk,
  platform: unknown,
  change: Record<string, unknown>
): boolean {
  if ("redirect_uris" in change) {
    const list = change.redirect_uris
    if (!isRedirectList(list)) {
      return false
    }
    const app = desk.apps[platform === "instagram" ? "instagram" : "facebook"]
    app.redirect_uris = list
    return true
  }
  const shape = change.token_answer
  if (shape === "data" || shape === "flat") {
    desk.token_answer = shape
    return true
  }
  return false
}
