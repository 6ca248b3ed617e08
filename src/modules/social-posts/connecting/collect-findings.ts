import type {
  AbstractSocialPlatform,
  Advice,
  Discovery,
  FoundAccount,
} from "../../../platform-kit"
import type { FoundDescription, FoundTokens } from "../types/connections"
import { adviceWhenEmpty, missingScopes } from "./connection-advice"

/** What is kept of a discovery; the tokens have to be sealed first. */
export interface CollectedFindings {
  candidates: FoundDescription[]
  tokens: FoundTokens[]
  advice: Advice[]
}

/** Every account once, and advice when there is none. Pure. */
export function collectFindings(
  platform: AbstractSocialPlatform,
  flow: string,
  { accounts, advice, granted_scopes }: Discovery
): CollectedFindings {
  const found = onceEach(accounts).map(splitFound)
  const asked = platform.connectionFlows().find(({ id }) => id === flow)
  return {
    candidates: found.map(([description]) => description),
    tokens: found.map(([, tokens]) => tokens),
    advice:
      found.length + advice.length > 0
        ? advice
        : [
            adviceWhenEmpty(
              platform.profile.label,
              missingScopes(asked, granted_scopes)
            ),
          ],
  }
}

/** Of an account that is reached in two ways, one that can be connected. */
function onceEach(accounts: readonly FoundAccount[]): FoundAccount[] {
  const once = new Map<string, FoundAccount>()
  for (const account of accounts) {
    const { external_id } = account.description
    const known = once.get(external_id)
    if (!known || (known.obstacle && !account.obstacle)) {
      once.set(external_id, account)
    }
  }
  return [...once.values()]
}

function splitFound(found: FoundAccount): [FoundDescription, FoundTokens] {
  const { description, other_ids, settings, tokens, obstacle } = found
  const { token_expires_at, ...described } = description
  void token_expires_at
  return [
    { ...described, other_ids: [...other_ids], settings, obstacle },
    { external_id: description.external_id, tokens },
  ]
}
