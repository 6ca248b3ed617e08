import {
  type AccountDescription,
  type ErrorKind,
  type PlatformCall,
  PlatformError,
  toId,
  toRecord,
  toText,
} from "../../platform-kit"
import type { LinkedInClient } from "./client"

/** In front of a person's id. */
export const PERSON = "urn:li:person:"

/** What the sign-in product tells of the person behind a token. */
export interface Person {
  /** Without the URN's beginning; empty when LinkedIn does not tell. */
  id: string
  name: string | null
  picture: string | null
}

/** How LinkedIn answers a token that lacks the sign-in product's scopes. */
const WITHOUT_SIGN_IN: readonly ErrorKind[] = ["permission", "gone", "invalid"]

/**
 * The person behind a token; `null` without the scopes openid and profile.
 * https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2
 *
 * @throws PlatformError
 */
export async function readPerson(
  client: LinkedInClient,
  call: PlatformCall
): Promise<Person | null> {
  try {
    const body = await client.get(call, {
      endpoint: "GET /v2/userinfo",
      path: "/v2/userinfo",
    })
    const person = toRecord(body)
    return (
      person && {
        id: toId(person.sub) ?? "",
        name: toText(person.name),
        picture: toText(person.picture),
      }
    )
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    if (WITHOUT_SIGN_IN.includes(error.kind)) {
      return null
    }
    throw error
  }
}

export function describePerson({
  id,
  name,
  picture,
}: Person): AccountDescription {
  return {
    external_id: `${PERSON}${id}`,
    username: null,
    display_name: name,
    avatar_url: picture,
    account_type: "member",
    // Another endpoint, another permission: not worth a call when connecting.
    followers_count: null,
    scopes: null,
    token_expires_at: null,
  }
}
