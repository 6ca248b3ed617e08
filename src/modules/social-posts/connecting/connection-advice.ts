import type {
  Advice,
  ConnectionFlow,
  PlatformScope,
} from "../../../platform-kit"
import type { FoundDescription } from "../types/connections"
import type { KnownAccount } from "./place-candidates"

export type MissingScope = Pick<PlatformScope, "name" | "reason" | "needed_for">

/** What the consent page asked for and was not granted; none when unknown. */
export function missingScopes(
  flow: ConnectionFlow | undefined,
  granted: readonly string[] | null
): MissingScope[] {
  return (granted ? (flow?.scopes ?? []) : [])
    .filter(({ name }) => !granted?.includes(name))
    .map(({ name, reason, needed_for }) => ({ name, reason, needed_for }))
}

/** Why nothing was found, when the provider did not say it. */
export function adviceWhenEmpty(
  label: string,
  missing: readonly MissingScope[]
): Advice {
  const needed = missing
    .filter(({ needed_for }) => needed_for === "connection")
    .map(({ name }) => name)
  return needed.length > 0
    ? {
        code: "missing_scope",
        message: `${label} found no account, because access was not granted to ${needed.join(", ")}. Start again and allow it on the consent page.`,
      }
    : {
        code: "nothing_found",
        message: `${label} found no account that this sign-in may read. Start again and sign in as somebody who manages one.`,
      }
}

/** More names than a person reads. */
const NAMED = 3

/** The account that was to be connected again is not among the found ones. */
export function anotherAccount(
  found: readonly FoundDescription[],
  wanted: KnownAccount
): Advice {
  const names = found.slice(0, NAMED).map(nameOf).join(", ")
  const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : ""
  const own =
    found.length > 1 ? "accounts of their own" : "an account of its own"
  return {
    code: "another_account",
    message: `You signed in as ${names}${more}. Sign in as ${nameOf(wanted)} to reconnect it, or connect ${found.length > 1 ? "these" : names} as ${own}.`,
  }
}

/** As people know an account: its handle, else its name, else its id. */
export const nameOf = (
  account: Pick<KnownAccount, "username" | "display_name" | "external_id">
) =>
  account.username
    ? `@${account.username}`
    : (account.display_name ?? account.external_id)
