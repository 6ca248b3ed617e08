import { toRecord } from "../../coerce"
import { addressOn } from "../../connection-flow"
import type { ConnectingCall } from "../../contract"
import { PlatformError } from "../../errors"
import { OAuthHttp } from "../../oauth-http"
import type { TokenSet } from "../../tokens"
import { withProof } from "../appsecret-proof"
import { classifyGraphAnswer } from "../classify"
import { readGraphError } from "../graph-error"
import { type FacebookApp, makesSystemUsers } from "./facebook-app"

const LABEL = "Facebook"

/** Subcodes of 190: the app removed, the password changed, expired, invalid. */
const DEAD: ReadonlySet<number | null> = new Set([458, 460, 463, 467, null])

/**
 * Takes back all that a person granted to the app: every Page and Instagram
 * account that hangs on it. A token that is dead already is a success; one that is
 * only refused, until its person confirms something, still opens the grant.
 * https://developers.facebook.com/docs/graph-api/reference/user/permissions/
 *
 * @param person their own token, not a Page's
 * @throws PlatformError
 */
export async function revokeGrant(
  app: FacebookApp,
  person: Pick<TokenSet, "access_token" | "own_app" | "granted_by">,
  call: ConnectingCall
): Promise<void> {
  const { access_token, granted_by } = person
  const who = encodeURIComponent(granted_by ?? "me")
  const answer = await new OAuthHttp(LABEL, app).send(call, {
    endpoint: "DELETE /{user-id}/permissions",
    method: "DELETE",
    url: withProof(
      addressOn(app.graph_url, `${app.api_version}/${who}/permissions`),
      person,
      { app_secret: app.client_secret }
    ),
    headers: { Authorization: `Bearer ${access_token}` },
    secrets: [access_token],
  })
  const error = classifyGraphAnswer(LABEL, answer, "", call.now())
  if (error && !isDead(answer.body)) {
    throw error
  }
  // `true` in the documentation, an object with it in practice.
  if (!error && toRecord(answer.body)?.success === false) {
    throw new PlatformError({
      kind: "transient",
      scope: "account",
      code: "not_revoked",
      message: `${LABEL} did not take the access back. Try again, or remove the app ${placeOf(app)}.`,
    })
  }
}

function isDead(body: unknown): boolean {
  const error = readGraphError(body)
  return error?.code === 190 && DEAD.has(error.subcode)
}

const placeOf = (app: FacebookApp): string =>
  makesSystemUsers(app)
    ? "in Meta's Business settings under Connected apps"
    : "on facebook.com under Settings, Business integrations"
