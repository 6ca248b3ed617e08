import type { AbstractSocialPlatform } from "../../../platform-kit"
import type {
  ConnectionCandidate,
  ConnectionChoices,
  ConnectionRow,
  FoundDescription,
} from "../types/connections"
import { anotherAccount, missingScopes } from "./connection-advice"
import type { KnownAccount } from "./place-candidates"

/** Who the found accounts are in this store. */
export interface Places {
  /** Id of the account, by `external_id` of the found one. */
  places: Map<string, string>
  /** Those of them that are in the store already. */
  known: readonly KnownAccount[]
  /** The account that is connected again. */
  wanted: KnownAccount | null
}

/** What can be chosen, as it is answered: without tokens. Pure. */
export function describeConnection(
  connection: ConnectionRow,
  platform: AbstractSocialPlatform,
  { places, known: stored, wanted }: Places
): ConnectionChoices {
  const { flow, granted_scopes } = connection
  const found = connection.candidates ?? []
  const asked = platform.connectionFlows().find(({ id }) => id === flow)
  const isMissed = wanted && ![...places.values()].includes(wanted.id)
  return {
    id: connection.id,
    platform: connection.platform,
    flow,
    account_id: connection.account_id,
    expires_at: new Date(connection.expires_at).toISOString(),
    granted_scopes,
    missing_scopes: missingScopes(asked, granted_scopes),
    advice: [
      ...(isMissed && found.length > 0 ? [anotherAccount(found, wanted)] : []),
      ...(connection.advice ?? []),
    ],
    candidates: found.map((one) => {
      const known = places.get(one.external_id) ?? null
      const isWanted = wanted
        ? known === wanted.id
        : found.length === 1 || !isContent(stored, known)
      return candidateOf(one, known, isWanted)
    }),
  }
}

/** In the store and not waiting for a token: paused, removed or well. */
const isContent = (stored: readonly KnownAccount[], id: string | null) =>
  stored.some((one) => one.id === id && one.status !== "needs_reconnect")

function candidateOf(
  { other_ids, scopes, ...candidate }: FoundDescription,
  connected_account_id: string | null,
  isWanted: boolean
): ConnectionCandidate {
  void other_ids
  void scopes
  return {
    ...candidate,
    posts_count: candidate.posts_count ?? null,
    connected_account_id,
    suggested: candidate.obstacle === null && isWanted,
  }
}
