import { SandboxAnswer, SandboxRequest } from "../../core/types"
import type { GraphCall, GraphOutcome } from "../dispatch"
import { GraphError } from "../errors"
import { parseTarget } from "../target"
import { OAuthDesk } from "./desk"
import { facebookDialog } from "./facebook-dialog"
import { facebookToken } from "./facebook-tokens"
import { instagramCode } from "./instagram-code"
import { instagramDialog } from "./instagram-dialog"
import { exchangeInstagramToken } from "./instagram-tokens"
import { refreshInstagramToken } from "./instagram-tokens"
import { unsupportedMethod } from "./oauth-errors"

type Page = (desk: OAuthDesk, request: SandboxRequest) => SandboxAnswer

const PAGES: Record<string, { page: Page; platform: string }> = {
  "www.facebook.com": { page: facebookDialog, platform: "facebook" },
  "www.instagram.com": { page: instagramDialog, platform: "instagram" },
  "api.instagram.com": { page: instagramCode, platform: "instagram" },
}

/** Hosts of the login alone; the graph hosts answer for tokens too. */
export const LOGIN_HOSTS = Object.keys(PAGES)

/** Answers the hosts that serve nothing but the login. */
export function answerLogin(
  desk: OAuthDesk,
  host: string,
  request: SandboxRequest
): SandboxAnswer | undefined {
  const found = PAGES[host]
  return found && { ...found.page(desk, request), platform: found.platform }
}

interface TokenEndpoint {
  endpoint: string
  platform: "facebook" | "instagram"
  answer(): unknown
}

function endpointOf(
  desk: OAuthDesk,
  call: GraphCall,
  form: Record<string, string>
): TokenEndpoint | undefined {
  const { method, query } = call
  const path = call.path.replace(/\/$/, "")
  if (call.dialect === "FBH") {
    return /^(\/v[^/]*)?\/oauth\/access_token$/.test(path)
      ? {
          endpoint: `${method} /oauth/access_token`,
          platform: "facebook",
          answer: () => {
            parseTarget(path)
            return facebookToken(desk, form)
          },
        }
      : undefined
  }
  // These two have no version in their path (meta-common §2).
  const answer =
    path === "/access_token"
      ? exchangeInstagramToken
      : path === "/refresh_access_token"
        ? refreshInstagramToken
        : undefined
  return (
    answer && {
      endpoint: `${method} ${path}`,
      platform: "instagram",
      answer: () => {
        if (method !== "GET") {
          throw unsupportedMethod(method)
        }
        return answer(desk, query)
      },
    }
  )
}

/** Answers the token endpoints of the graph hosts; undefined for anything else. */
export function answerTokens(
  desk: OAuthDesk,
  call: GraphCall,
  form: Record<string, string>
): GraphOutcome | undefined {
  const found = endpointOf(desk, call, form)
  if (!found) {
    return undefined
  }
  const { endpoint, platform } = found
  const outcome = { status: 200, endpoint, platform, quota_calls: 1 }
  try {
    return { ...outcome, body: found.answer() }
  } catch (error) {
    if (!(error instanceof GraphError)) {
      throw error
    }
    return { ...outcome, status: error.shape.status ?? 400, error }
  }
}
