import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { urnId } from "./urn"

/** `GET /rest/me`; the shape is unverified. */
export function me(call: Call): EndpointAnswer {
  calls.requireMethod(call, "GET")
  calls.allowParams(call, [])
  const { urn, given_name, family_name, vanity_name } = call.token.person
  return {
    body: {
      id: urnId(urn),
      localizedFirstName: given_name,
      localizedLastName: family_name,
      vanityName: vanity_name,
    },
  }
}

/**
 * `GET /v2/userinfo` (OpenID Connect). The mail address needs a scope of its own;
 * the locale is the object of public reports, not the text of the page.
 * https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2
 */
export function userinfo(call: Call): EndpointAnswer {
  calls.allowParams(call, [])
  const { person, scopes } = call.token
  if (!scopes.includes("openid") || !scopes.includes("profile")) {
    throw calls.denied(call, "GET")
  }
  const { urn, given_name, family_name, vanity_name } = person
  const email = { email: `${vanity_name}@mail.example`, email_verified: true }
  return {
    body: {
      sub: urnId(urn),
      name: `${given_name} ${family_name}`,
      given_name,
      family_name,
      picture: `https://media.licdn.com/dms/image/${urnId(urn)}/profile.jpg`,
      locale: { country: "US", language: "en" },
      ...(scopes.includes("email") ? email : {}),
    },
  }
}
