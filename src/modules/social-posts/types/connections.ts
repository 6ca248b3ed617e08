import type {
  AccountDescription,
  Advice,
  ConsentRefusal,
  PlatformScope,
  TokenSet,
} from "../../../platform-kit"
import type { SealedAccount } from "./accounts"

/** What a merchant wants to connect, and where the consent page returns to. */
export interface ConnectionInput {
  platform: string
  /** Way of connecting; the first that is ready when absent. */
  flow?: string
  redirect_uri: string
  /** The account that is connected again. */
  account_id?: string
  /** The admin user; nobody else may go on with it. */
  actor_id: string
}

/** A connection that was begun. Times are UTC ISO 8601. */
export interface BegunConnection {
  /** The platform's consent page. Holds the state: for this user alone. */
  authorization_url: string
  /** When the consent comes too late. */
  expires_at: string
}

/** What came back from the consent page: a code, or a refusal. */
export interface ConsentAnswer {
  actor_id: string
  state: string
  code?: string
  refusal?: ConsentRefusal
}

/** What was found, without its token: as it is stored and shown. */
export interface FoundDescription extends Omit<
  AccountDescription,
  "token_expires_at"
> {
  other_ids: string[]
  settings: Record<string, unknown>
  obstacle: Advice | null
}

/** The token of one of them; only ever stored sealed. */
export interface FoundTokens {
  external_id: string
  tokens: TokenSet
}

/** An account that can be chosen. */
export interface ConnectionCandidate extends Omit<
  FoundDescription,
  "other_ids" | "scopes"
> {
  /** The account it is in this store already, and whose token it renews. */
  connected_account_id: string | null
  /** To be chosen at first. */
  suggested: boolean
}

/** What a consent was good for, for the choice of accounts. */
export interface ConnectionChoices {
  id: string
  platform: string
  flow: string
  account_id: string | null
  expires_at: string
  /** `null` when the platform does not tell. */
  granted_scopes: string[] | null
  missing_scopes: Pick<PlatformScope, "name" | "reason" | "needed_for">[]
  advice: Advice[]
  candidates: ConnectionCandidate[]
}

/** Some accounts of a connection, chosen by the user who began it. */
export interface ChosenAccounts {
  connection_id: string
  actor_id: string
  external_ids: string[]
}

/** Chosen accounts, and the connection as it was: both without open secrets. */
export interface TakenConnection {
  accounts: SealedAccount[]
  connection: ConnectionRow
}

/** An account that could not be kept, and why. */
export interface FailedAccount {
  external_id: string
  message: string
}

/** A stored connection. */
export interface ConnectionRow {
  id: string
  platform: string
  flow: string
  actor_id: string
  redirect_uri: string
  account_id: string | null
  code_verifier: string | null
  found: string | null
  candidates: FoundDescription[] | null
  granted_scopes: string[] | null
  advice: Advice[] | null
  expires_at: Date | string
}

/** What is stored of a discovery. */
export type Findings = Pick<
  ConnectionRow,
  "found" | "candidates" | "granted_scopes" | "advice"
>
