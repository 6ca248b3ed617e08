import type SocialPostsModuleService from "../../src/modules/social-posts/service"
import type { ConnectionCandidate } from "../../src/modules/social-posts/types/connections"
import { answerConsent, CALLBACK, type Consent } from "./connect"

/** A person at the admin. */
const ACTOR = "user_consenting"

export interface ConsentingTo {
  platform: string
  flow?: string
  /** The account that is connected again. */
  account_id?: string
  consent?: Consent
  /** Which of the found accounts are taken; the suggested ones by default. */
  choose?: (candidate: ConnectionCandidate) => boolean
}

/**
 * Connects accounts through a consent page of the sandbox, as a person does.
 * Gives the ids of the accounts.
 */
export async function connectByConsent(
  service: SocialPostsModuleService,
  { platform, flow, account_id, consent, choose }: ConsentingTo
): Promise<string[]> {
  const { authorization_url } = await service.beginConnection({
    platform,
    flow,
    account_id,
    redirect_uri: CALLBACK,
    actor_id: ACTOR,
  })
  const { state = "", code } = await answerConsent(authorization_url, consent)
  const connection = await service.completeConnection({
    actor_id: ACTOR,
    state,
    code,
  })
  const chosen = connection.candidates.filter(
    choose ?? (({ suggested }) => suggested)
  )
  const { accounts } = await service.takeConnection({
    connection_id: connection.id,
    actor_id: ACTOR,
    external_ids: chosen.map(({ external_id }) => external_id),
  })
  const ids: string[] = []
  for (const account of accounts) {
    ids.push(await service.storeAccount(account))
  }
  return ids
}
