import { unsupportedRequest } from "./errors"
import { Edge } from "./graph"
import { TokenRegistry } from "./tokens"

/**
 * `/{user-id}/permissions`: what was granted and what was declined. DELETE ends
 * the login altogether: every token of the person dies, Page tokens included.
 * Allowed to the person's own token and to the app's, see
 * https://developers.facebook.com/docs/graph-api/reference/user/permissions/
 */
export function permissionsEdge(tokens: TokenRegistry): Edge<{ id: string }> {
  return {
    call: (_user, { token }) => ({
      data: [
        ...[...token.scopes].map((permission) => ({
          permission,
          status: "granted",
        })),
        ...(token.declined ?? []).map((permission) => ({
          permission,
          status: "declined",
        })),
      ],
    }),
    remove: ({ id }, { token }) => {
      const own = token.user_id === id && token.family !== "PAGE"
      if (!own && token.family !== "APP") {
        throw unsupportedRequest(id, "delete")
      }
      for (const record of tokens.ofPerson(id)) {
        record.state = "revoked"
      }
      // The next login is the first one again.
      tokens.declines.delete(id)
      return { success: true }
    },
  }
}
