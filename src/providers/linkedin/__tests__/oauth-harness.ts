import {
  bareTokens,
  CallBudget,
  type ConnectingCall,
  type Discovery,
  type FoundAccount,
  MetricVerdicts,
  type TokenInspection,
  type TokenSet,
} from "../../../platform-kit"
import {
  answerConsent,
  CALLBACK,
  type ConsentAnswer,
} from "../../../platform-kit/__tests__/answer-consent"
import {
  type Sandbox,
  startSandbox,
} from "../../../../platform-sandbox/core/server"
import createLinkedIn from "../../../../platform-sandbox/linkedin"
import { LinkedInPlatform } from "../platform"

export const START = "2026-11-15T12:00:00.000Z"

/** LinkedIn and its consent page, and the provider with the sandbox's app. */
export class OAuthHarness {
  private constructor(
    readonly sandbox: Sandbox,
    readonly platform: LinkedInPlatform
  ) {}

  static async start(options: Record<string, unknown> = {}) {
    const sandbox = await startSandbox([createLinkedIn], { now: START })
    return new OAuthHarness(sandbox, platformOn(sandbox, options))
  }

  call(): ConnectingCall {
    return {
      budget: new CallBudget({ sleep: async () => undefined }),
      verdicts: new MetricVerdicts("linkedin", () => this.sandbox.clock.now()),
      now: () => this.sandbox.clock.now(),
    }
  }

  set(change: Record<string, unknown>): void {
    if (!this.sandbox.world.named("linkedin")?.set(change)) {
      throw new Error(`The sandbox knows no ${JSON.stringify(change)}`)
    }
  }

  /** Endpoints that were asked, with their counts. */
  calls(): Record<string, number> {
    return this.sandbox.ledger.summary().platforms.linkedin?.endpoints ?? {}
  }

  /** Goes to the consent page and comes back. */
  async consent(
    answer: ConsentAnswer = {},
    platform = this.platform
  ): Promise<Record<string, string>> {
    const address = platform.authorize({
      flow: "default",
      redirect_uri: CALLBACK,
      state: "state & more",
      code_challenge: null,
      granted: ["openid"],
    })
    return answerConsent(address, answer)
  }

  exchange(
    code: string,
    redirect_uri = CALLBACK,
    platform = this.platform
  ): Promise<Discovery> {
    const request = { flow: "default", code, code_verifier: null, redirect_uri }
    return platform.exchange(request, this.call())
  }

  /** The whole way. */
  async connect(
    answer: ConsentAnswer = {},
    platform = this.platform
  ): Promise<Discovery> {
    const { code = "" } = await this.consent(answer, platform)
    return this.exchange(code, CALLBACK, platform)
  }

  /** The first page of the member who administers some. */
  async page(): Promise<FoundAccount> {
    const { accounts } = await this.connect({ person: "Mara" })
    return accounts[0] as FoundAccount
  }

  refresh(tokens: TokenSet): Promise<TokenSet> {
    return this.platform.refresh(tokens, kept(""), this.call())
  }

  inspect(
    tokens: TokenSet | string,
    external_id = "",
    platform = this.platform
  ): Promise<TokenInspection> {
    const asked = typeof tokens === "string" ? bareTokens(tokens) : tokens
    return platform.inspect(asked, kept(external_id), this.call())
  }
}

/** The provider as an operator sets it up for the sandbox. */
export const platformOn = (
  { url }: Sandbox,
  options: Record<string, unknown> = {}
) =>
  new LinkedInPlatform(
    {},
    {
      base_url: `${url}/api.linkedin.com`,
      oauth_base_url: `${url}/www.linkedin.com/`,
      client_id: "sandbox-li-client",
      client_secret: "sandbox-li-secret",
      retry_base_ms: 1,
      ...options,
    }
  )

const kept = (external_id: string) => ({
  external_id,
  settings: { kind: "organization" },
  scopes: null,
})
