import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { notFound } from "./refusals"
import { urnId } from "./urn"

// What describes an account. The shapes of this file are unverified and kept
// to the fields a client needs to name the account.

/** `GET /rest/organizations/{id}`; open to every member of the app. */
export function organization(call: Call): EndpointAnswer {
  calls.requireMethod(call, "GET")
  calls.allowParams(call, [])
  const entry = call.world.accounts.find(
    ({ account, kind }) =>
      kind === "organization" && urnId(account.external_id) === call.key
  )
  if (!entry) {
    throw notFound(`organization ${String(call.key)}`)
  }
  const { display_name, username, external_id } = entry.account
  return {
    body: {
      id: Number(urnId(external_id)),
      $URN: external_id,
      localizedName: display_name,
      vanityName: username,
      name: {
        localized: { en_US: display_name },
        preferredLocale: { country: "US", language: "en" },
      },
    },
  }
}

/** The person behind a token; a page's token has one as well. */
function person(call: Call) {
  const { account, kind } = call.account
  const id = urnId(account.external_id)
  const [given = "", family = ""] = account.display_name.split(" ")
  return kind === "member"
    ? { id, given, family }
    : { id: `admin${id}`, given: "Page", family: "Admin" }
}

/** `GET /rest/me`. */
export function me(call: Call): EndpointAnswer {
  calls.requireMethod(call, "GET")
  calls.allowParams(call, [])
  const { id, given, family } = person(call)
  return {
    body: {
      id,
      localizedFirstName: given,
      localizedLastName: family,
      vanityName: call.account.account.username,
    },
  }
}

/** `GET /v2/userinfo` (OpenID Connect). */
export function userinfo(call: Call): EndpointAnswer {
  calls.allowParams(call, [])
  if (!call.account.account.scopes.includes("profile")) {
    throw calls.denied(call, "GET")
  }
  const { id, given, family } = person(call)
  const name = `${given} ${family}`
  return {
    body: { sub: id, name, given_name: given, family_name: family },
  }
}
