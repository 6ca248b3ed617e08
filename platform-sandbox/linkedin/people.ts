import { letters } from "../core/hash"
import { LiAccount, LiMember, LiPerson, Page } from "./model"

interface MemberPlan {
  name: string
  username: string
  /** By the name of the page: role and, when it is not approved, its state. */
  pages: Record<string, [role: Page["role"], state?: Page["state"]]>
}

const PLANS: MemberPlan[] = [
  {
    name: "Mara Lindt",
    username: "mara-lindt",
    pages: {
      "harbour-goods": ["ADMINISTRATOR"],
      "harbour-quiet": ["ADMINISTRATOR"],
      "harbour-guest": ["ANALYST"],
      "harbour-revoked": ["ADMINISTRATOR", "REQUESTED"],
    },
  },
  { name: "Jonas Brandt", username: "jonas-brandt", pages: {} },
]

export const memberUrn = (seed: number, username: string): string =>
  `urn:li:person:${letters(10, seed, "person", username)}`

export function toPerson(
  urn: string,
  name: string,
  vanity_name: string
): LiPerson {
  const [given_name = "", family_name = ""] = name.split(" ")
  return { urn, given_name, family_name, vanity_name }
}

/** Mara, who has roles on several pages, and Jonas, who has none. */
export function defaultPeople(seed: number, accounts: LiAccount[]): LiMember[] {
  return PLANS.map(({ name, username, pages }) => ({
    ...toPerson(memberUrn(seed, username), name, username),
    pages: accounts.flatMap(({ account }) => {
      const [role, state = "APPROVED" as const] = pages[account.username] ?? []
      return role ? [{ organization: account.external_id, role, state }] : []
    }),
  }))
}

/** One member who administers every page of a plain world. */
export function plainPeople(seed: number, accounts: LiAccount[]): LiMember[] {
  const username = "alex-moor"
  const pages = accounts.map(({ account }) => ({
    organization: account.external_id,
    role: "ADMINISTRATOR" as const,
    state: "APPROVED" as const,
  }))
  const person = toPerson(memberUrn(seed, username), "Alex Moor", username)
  return [{ ...person, pages }]
}
