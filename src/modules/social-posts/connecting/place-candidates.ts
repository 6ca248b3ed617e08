import type { FoundDescription } from "../types/connections"

/** An account of this store, as far as it can be recognised. */
export interface KnownAccount {
  id: string
  external_id: string
  username: string | null
  display_name: string | null
  account_type: string | null
  status: string
}

/**
 * Which account of this store each found one is: id by the found one's
 * `external_id`. Every account is found once at most. Pure.
 *
 * @param known accounts of the platform that have one of the found ids
 * @param wanted the account that is connected again; it is also recognised by
 *   its unique name, because platforms give new ids when a login family changes
 * @param namesakes whether its display name will do, where ids are app-scoped
 */
export function placeCandidates(
  found: readonly FoundDescription[],
  known: readonly KnownAccount[],
  wanted: KnownAccount | null,
  namesakes: boolean
): Map<string, string> {
  const places = new Map<string, string>()
  const taken = new Set<string>()
  const place = (candidate: FoundDescription, account?: KnownAccount) => {
    if (
      account &&
      !taken.has(account.id) &&
      !places.has(candidate.external_id)
    ) {
      places.set(candidate.external_id, account.id)
      taken.add(account.id)
    }
  }
  const all = wanted ? [wanted, ...known] : known
  for (const candidate of found) {
    place(candidate, all.find(hasId(candidate.external_id)))
  }
  for (const candidate of found) {
    const other = candidate.other_ids.map((id) => all.find(hasId(id)))
    place(candidate, other.find(Boolean))
  }
  if (wanted && !taken.has(wanted.id)) {
    const free = found.filter(({ external_id }) => !places.has(external_id))
    const named =
      free.find(hasUsername(wanted)) ??
      (namesakes ? onlyNamesake(free, wanted) : undefined)
    if (named) {
      place(named, wanted)
    }
  }
  return places
}

const hasId =
  (externalId: string) =>
  ({ external_id }: KnownAccount) =>
    external_id === externalId

const hasUsername =
  ({ username }: KnownAccount) =>
  (candidate: FoundDescription) =>
    isSame(candidate.username, username)

function onlyNamesake(
  found: readonly FoundDescription[],
  { account_type, display_name }: KnownAccount
): FoundDescription | undefined {
  const [only, ...others] = found
  return only &&
    others.length === 0 &&
    isSame(only.display_name, display_name) &&
    only.account_type === account_type
    ? only
    : undefined
}

const isSame = (one: string | null, other: string | null) =>
  one !== null && other !== null && one.toLowerCase() === other.toLowerCase()
