import { SandboxAnswer, SandboxRequest } from "./types"

/** Someone who may answer a consent dialog. */
export interface ConsentPerson {
  id: string
  label: string
  /** What makes this person worth choosing, e.g. "manages no Page". */
  note?: string
}

/** A permission of a consent dialog; a `fixed` one cannot be taken off the list. */
export interface ConsentScope {
  name: string
  fixed?: boolean
}

export interface ConsentPage {
  /** Name of the platform as people know it, e.g. "Facebook". */
  platform: string
  /** Name of the client that asks. */
  app: string
  intro?: string
  people: ConsentPerson[]
  /** Id of the person that is chosen at first; default: the first one. */
  chosen?: string
  scopes: ConsentScope[]
  /** Why the last answer was not taken. */
  error?: string
}

/** What was answered to a consent page. */
export interface Consent {
  /** Anything but a press of "Allow" counts as a refusal. */
  decision: "allow" | "deny"
  /** Id of the chosen person; empty when none was chosen. */
  person: string
  scopes: string[]
}

const STYLE = `
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem;
  background: #f5f5f7; color: #18181b }
main { background: #fff; border: 1px solid #d4d4d8; border-radius: 12px; padding: 1.5rem }
h1 { font-size: 1.25rem; margin: 0 0 1rem }
fieldset { border: 0; padding: 0; margin: 0 0 1rem }
legend { font-weight: 600 }
label { display: block; padding: .25rem 0 }
small { display: block; margin-left: 1.6rem; opacity: .75 }
button { font: inherit; padding: .5rem 1.25rem; border-radius: 8px; border: 1px solid #71717a;
  background: transparent; color: inherit; cursor: pointer }
button[value=allow] { background: #1d4ed8; border-color: #1d4ed8; color: #fff }
[role=alert] { color: #b91c1c }
@media (prefers-color-scheme: dark) {
  body { background: #18181b; color: #f4f4f5 }
  main { background: #27272a; border-color: #3f3f46 }
  [role=alert] { color: #fca5a5 }
}`

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

function page(title: string, content: string): string {
  return (
    `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${escape(title)}</title><style>${STYLE}</style></head>` +
    `<body><main><h1>${escape(title)}</h1>\n${content}\n</main></body></html>`
  )
}

function personRow({ id, label, note }: ConsentPerson, chosen: boolean) {
  return (
    `<label><input type="radio" name="person" value="${escape(id)}"` +
    `${chosen ? " checked" : ""}> ${escape(label)}` +
    `${note ? `<small>${escape(note)}</small>` : ""}</label>`
  )
}

function scopeRow({ name, fixed }: ConsentScope) {
  const value = escape(name)
  // A disabled box is not sent by the browser; the hidden field speaks for it.
  return fixed
    ? `<label><input type="checkbox" checked disabled> ${value}</label>` +
        `<input type="hidden" name="scope" value="${value}">`
    : `<label><input type="checkbox" name="scope" value="${value}" checked> ` +
        `${value}</label>`
}

/**
 * The page on which a person lets an app in. Its form posts to the address it
 * was served from, query included: `person`, `scope` (repeated) and `decision`
 * (`allow` or `deny`); {@link readConsent} reads that.
 */
export function consentPage(content: ConsentPage): string {
  const { platform, app, intro, people, scopes, error } = content
  const chosen = people.some(({ id }) => id === content.chosen)
    ? content.chosen
    : people[0]?.id
  return page(
    `${app} wants to use your ${platform} account`,
    [
      error ? `<p role="alert">${escape(error)}</p>` : "",
      intro ? `<p>${escape(intro)}</p>` : "",
      `<form method="post">`,
      `<fieldset><legend>Continue as</legend>`,
      ...people.map((person) => personRow(person, person.id === chosen)),
      `</fieldset>`,
      `<fieldset><legend>${escape(app)} asks for</legend>`,
      ...scopes.map(scopeRow),
      `</fieldset>`,
      `<button name="decision" value="allow">Allow</button>`,
      `<button name="decision" value="deny">Cancel</button>`,
      `</form>`,
    ]
      .filter(Boolean)
      .join("\n")
  )
}

/** Reads what the form of {@link consentPage} sent. */
export function readConsent(request: SandboxRequest): Consent {
  const form = new URLSearchParams(request.body)
  return {
    decision: form.get("decision") === "allow" ? "allow" : "deny",
    person: form.get("person") ?? "",
    scopes: [...new Set(form.getAll("scope"))],
  }
}

/** Sends the browser to another address. */
export function redirectAnswer(url: string, endpoint: string): SandboxAnswer {
  return { status: 302, headers: { location: url }, body: "", endpoint }
}

/**
 * What a platform shows when it will not redirect: an unknown client, or an
 * address that is not registered for it. Status 400.
 */
export function errorPage(
  title: string,
  text: string,
  endpoint: string
): SandboxAnswer {
  const body = page(title, `<p>${escape(text)}</p>`)
  return { status: 400, body, endpoint }
}
