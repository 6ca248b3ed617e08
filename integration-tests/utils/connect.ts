import type { AxiosInstance, AxiosRequestConfig, AxiosResponse } from "axios"

/** A page of the admin that may take answers of consent pages. */
export const CALLBACK = "http://localhost:9000/app/social/callback"

/** How a person answers a consent page of the sandbox. */
export interface Consent {
  /** Part of the person's label or note. */
  person?: RegExp
  decision?: "allow" | "deny"
  /** Scopes that are unticked. */
  without?: string[]
}

export interface Candidate {
  external_id: string
  username: string | null
  obstacle: { code: string; message: string } | null
  connected_account_id: string | null
  suggested: boolean
}

/** Answers a consent page as a browser would. Gives what it leads back with. */
export async function answerConsent(
  url: string,
  { person = /./, decision = "allow", without = [] }: Consent = {}
): Promise<Record<string, string>> {
  const page = await (await fetch(url)).text()
  const people = [
    ...page.matchAll(/name="person" value="([^"]+)"[^>]*>(.*?)<\/label>/g),
  ]
  const chosen = people.find(([, , label]) => person.test(label ?? ""))
  if (!chosen) {
    throw new Error(`Nobody on the consent page is ${person}: ${page}`)
  }
  const scopes = [...page.matchAll(/name="scope" value="([^"]+)"/g)]
    .map(([, scope]) => scope as string)
    .filter((scope) => !without.includes(scope))
  const answer = await fetch(url, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams([
      ["decision", decision],
      ["person", chosen[1] as string],
      ...scopes.map((scope) => ["scope", scope] as [string, string]),
    ]),
  })
  const location = answer.headers.get("location")
  if (answer.status !== 302 || !location) {
    throw new Error(`The consent page does not lead back: ${answer.status}`)
  }
  const back = new URL(location)
  if (back.origin + back.pathname !== CALLBACK) {
    throw new Error(`The consent page leads to ${location}`)
  }
  return Object.fromEntries(back.searchParams)
}

type Body = Record<string, unknown>

/** An admin user who connects accounts. */
export class Connecting {
  constructor(
    private readonly api_: AxiosInstance,
    private readonly as_: () => AxiosRequestConfig
  ) {}

  post(path: string, body: Body): Promise<AxiosResponse> {
    return this.api_.post(`/admin/social-accounts/${path}`, body, this.as_())
  }

  get(path: string): Promise<AxiosResponse> {
    return this.api_.get(`/admin/social-accounts/${path}`, this.as_())
  }

  authorize(body: Body): Promise<AxiosResponse> {
    return this.post("authorize", { redirect_uri: CALLBACK, ...body })
  }

  /** From the first click to the consent page and back to the admin. */
  async consent(
    body: Body,
    consent?: Consent
  ): Promise<Record<string, string>> {
    const { status, data } = await this.authorize(body)
    if (status !== 200) {
      throw new Error(`authorize answered ${status}: ${data.message}`)
    }
    return answerConsent(data.authorization_url, consent)
  }

  /** What a consent is good for. */
  async connection(body: Body, consent?: Consent) {
    const back = await this.consent(body, consent)
    const { status, data } = await this.post("callback", back)
    if (status !== 200) {
      throw new Error(`callback answered ${status}: ${data.message}`)
    }
    return data.connection as {
      id: string
      candidates: Candidate[]
      advice: { code: string; message: string }[]
      granted_scopes: string[] | null
      missing_scopes: { name: string; needed_for: string }[]
    }
  }

  choose(id: string, external_ids: string[]): Promise<AxiosResponse> {
    return this.post(`connections/${id}`, { external_ids })
  }
}

/** Those that are ticked at first. */
export const suggested = (candidates: Candidate[]): string[] =>
  candidates
    .filter((candidate) => candidate.suggested)
    .map(({ external_id }) => external_id)
