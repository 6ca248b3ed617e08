import type {
  ChooseAccountsAnswer,
  MissingScope,
  SocialAdvice,
  SocialConnection,
  SocialConnectionCandidate,
} from "../../../types/http"

/** What is ticked before anybody chooses. */
export const suggested = ({ candidates }: SocialConnection): string[] =>
  candidates
    .filter(({ suggested, obstacle }) => suggested && !obstacle)
    .map(({ external_id }) => external_id)

/** Those that can be connected first, then the others. */
export const inOrder = ({
  candidates,
}: SocialConnection): SocialConnectionCandidate[] =>
  candidates.toSorted(
    (one, other) => Number(!!one.obstacle) - Number(!!other.obstacle)
  )

/** Whether nothing that was found can be connected. */
export const isFruitless = ({ candidates }: SocialConnection): boolean =>
  candidates.every(({ obstacle }) => obstacle !== null)

/** Whether only the account was chosen that was to be connected again. */
export const isReconnect = (
  { account_id, candidates }: SocialConnection,
  chosen: readonly string[]
): boolean =>
  account_id !== null &&
  chosen.length === 1 &&
  candidates.some(
    ({ external_id, connected_account_id }) =>
      external_id === chosen[0] && connected_account_id === account_id
  )

/** Advice that only counts up what `missing_scopes` has in words of our own. */
const COUNTS_SCOPES = ["not_granted", "missing_scope"]

/** What the platform has to say beyond the permissions that are missing. */
export const adviceToShow = ({
  advice,
  missing_scopes,
}: SocialConnection): SocialAdvice[] =>
  missing_scopes.length > 0
    ? advice.filter(({ code }) => !COUNTS_SCOPES.includes(code))
    : advice

/** Missing permissions of which no advice speaks already. */
export const scopesToShow = (connection: SocialConnection): MissingScope[] =>
  connection.missing_scopes.filter(
    ({ name }) =>
      !adviceToShow(connection).some(({ message }) => message.includes(name))
  )

/** What the page after connecting shows, kept in the browser's history. */
export interface Connected extends ChooseAccountsAnswer {
  candidates: SocialConnectionCandidate[]
}

/** Reads what a history entry keeps; `null` for one that keeps nothing. */
export function readConnected(state: unknown): Connected | null {
  const connected = (state as { connected?: Connected } | null)?.connected
  return connected?.social_accounts ? connected : null
}
