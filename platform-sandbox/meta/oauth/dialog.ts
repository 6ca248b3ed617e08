import { consentPage, ConsentScope, errorPage } from "../../core/consent-page"
import { readConsent, redirectAnswer } from "../../core/consent-page"
import { withParams } from "../../core/oauth"
import { SandboxAnswer, SandboxRequest } from "../../core/types"
import { ClientApp } from "./client-app"
import { OAuthDesk } from "./desk"
import { Person } from "./people"

/** One consent dialog, after the request was found to be in order. */
export interface Dialog {
  platform: "facebook" | "instagram"
  /** Name of the platform as people know it. */
  label: string
  app: ClientApp
  /** What is asked for, with what cannot be taken off the list. */
  scopes: ConsentScope[]
  /** The token will belong to a system user of the person's business. */
  system: boolean
  /** That token ends after 60 days. */
  ends?: boolean
  /** Asks again for what the person declined before; others skip that. */
  rerequest: boolean
  /** How long the code can be exchanged. */
  code_lifetime_ms: number
  error_description: string
  /** What the platform puts behind a returned code. */
  fragment: string
}

/** Granted with every login, so it decides nothing. */
export const ALWAYS_GRANTED = "public_profile"

/** The page on GET, the way back to the app on POST. */
export function answerDialog(
  desk: OAuthDesk,
  dialog: Dialog,
  request: SandboxRequest,
  endpoint: string
): SandboxAnswer {
  if (request.method === "GET") {
    return showPage(desk, dialog, endpoint)
  }
  if (request.method !== "POST") {
    return errorPage("Error", "This page cannot be used that way.", endpoint)
  }
  const { redirect_uri = "", state } = request.query
  const back = (answer: Record<string, string>, fragment = "") => {
    const params = { ...answer, ...(state === undefined ? {} : { state }) }
    const url = withParams(redirect_uri, params) + fragment
    return redirectAnswer(url, endpoint)
  }
  const denied = {
    error: "access_denied",
    error_reason: "user_denied",
    error_description: dialog.error_description,
  }
  const consent = readConsent(request)
  if (consent.decision === "deny") {
    return back(denied)
  }
  const person = desk.people[dialog.platform].find(
    ({ id }) => id === consent.person
  )
  if (!person) {
    return showPage(desk, dialog, endpoint, "Choose an account.")
  }
  if (dialog.system && !person.system_user_id) {
    const error = `${person.label} has no business portfolio.`
    return showPage(desk, dialog, endpoint, error, person)
  }
  const ticked = new Set(consent.scopes)
  const before = desk.tokens.declines.get(person.user_id) ?? new Set()
  const hidden = dialog.rerequest ? new Set() : before
  const granted = dialog.scopes.filter(
    ({ name, fixed }) => fixed || (ticked.has(name) && !hidden.has(name))
  )
  const decisive = ({ name }: ConsentScope) => name !== ALWAYS_GRANTED
  if (dialog.scopes.some(decisive) && !granted.some(decisive)) {
    return back(denied)
  }
  const scopes = granted.map(({ name }) => name)
  const declined = dialog.scopes
    .map(({ name }) => name)
    .filter((name) => !scopes.includes(name))
  const still = [...before].filter((name) => !scopes.includes(name))
  desk.tokens.declines.set(person.user_id, new Set([...still, ...declined]))
  const code = desk.codes.issue(
    {
      app_id: dialog.app.id,
      redirect_uri,
      person,
      scopes,
      declined,
      system: dialog.system,
      ends: dialog.ends ?? false,
    },
    dialog.code_lifetime_ms
  )
  return back({ code }, dialog.fragment)
}

function showPage(
  desk: OAuthDesk,
  { platform, label, app, scopes }: Dialog,
  endpoint: string,
  error?: string,
  chosen?: Person
): SandboxAnswer {
  const body = consentPage({
    platform: label,
    app: app.name,
    people: desk.people[platform],
    scopes,
    ...(chosen ? { chosen: chosen.id } : {}),
    ...(error ? { error } : {}),
  })
  return { status: 200, body, endpoint }
}
