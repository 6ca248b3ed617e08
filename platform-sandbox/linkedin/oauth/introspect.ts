import { LiWorld } from "../world"
import { authenticateClient, CLIENT, Form, required } from "./client"
import { LiGrants } from "./grants"

/** `status` of a token; the API speaks of valid ones, introspection of active. */
const STATUS = { valid: "active", expired: "expired", revoked: "revoked" }

const toSeconds = (ms: number) => Math.floor(ms / 1000)

/**
 * `POST /oauth/v2/introspectToken`, with epoch seconds. The world's own tokens
 * have no end, and so no `expires_at`; refresh tokens are unknown here.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/token-introspection
 */
export function introspect(
  world: LiWorld,
  grants: LiGrants,
  form: Form
): Record<string, unknown> {
  const token = required(form, "token")
  authenticateClient(form)
  const entry = world.accountByToken(token)
  const record = entry
    ? {
        state: entry.token_state,
        scopes: entry.account.scopes,
        granted_ms: world.built_ms,
        created_ms: world.built_ms,
      }
    : grants.recordOf(token)
  if (!record) {
    return { active: false }
  }
  return {
    active: record.state === "valid",
    status: STATUS[record.state],
    auth_type: "3L",
    client_id: CLIENT.id,
    authorized_at: toSeconds(record.granted_ms),
    created_at: toSeconds(record.created_ms),
    ...("expires_ms" in record
      ? { expires_at: toSeconds(record.expires_ms) }
      : {}),
    scope: record.scopes.join(","),
  }
}
