import {
  bareTokens,
  CallBudget,
  codeChallenge,
  type ConnectingCall,
  type Discovery,
  type FoundAccount,
  type KeptAccount,
  MetricVerdicts,
  newCodeVerifier,
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
import createTwitter from "../../../../platform-sandbox/twitter"
import { TwitterPlatform } from "../platform"

export const START = "2026-11-15T12:00:00.000Z"

/** X and its consent page, and the provider with the sandbox's app. */
export class OAuthHarness {
  private constructor(
    readonly sandbox: Sandbox,
    readonly platform: TwitterPlatform
  ) {}

  static async start(options: Record<string, unknown> = {}) {
    const sandbox = await startSandbox([createTwitter], { now: START })
    return new OAuthHarness(
      sandbox,
      new TwitterPlatform(
        {},
        {
          base_url: `${sandbox.url}/api.x.com/`,
          oauth_base_url: `${sandbox.url}/x.com/`,
          client_id: "sandbox-x-client",
          client_secret: "sandbox-x-secret",
          retry_base_ms: 1,
          ...options,
        }
      )
    )
  }

  call(): ConnectingCall {
    return {
      budget: new CallBudget({ sleep: async () => undefined }),
      verdicts: new MetricVerdicts("twitter", () => this.sandbox.clock.now()),
      now: () => this.sandbox.clock.now(),
    }
  }

  set(change: Record<string, unknown>): void {
    if (!this.sandbox.world.named("twitter")?.set(change)) {
      throw new Error(`The sandbox knows no ${JSON.stringify(change)}`)
    }
  }

  /** Endpoints that were asked, with their counts. */
  calls(): Record<string, number> {
    return this.sandbox.ledger.summary().platforms.twitter?.endpoints ?? {}
  }

  /** Goes to the consent page and comes back. */
  async consent(answer: ConsentAnswer = {}) {
    const code_verifier = newCodeVerifier()
    const address = this.platform.authorize({
      flow: "default",
      redirect_uri: CALLBACK,
      state: "state & more",
      code_challenge: codeChallenge(code_verifier),
      granted: null,
    })
    return { code_verifier, back: await answerConsent(address, answer) }
  }

  exchange(
    code: string,
    code_verifier: string | null,
    redirect_uri = CALLBACK
  ): Promise<Discovery> {
    const request = { flow: "default", code, code_verifier, redirect_uri }
    return this.platform.exchange(request, this.call())
  }

  /** The whole way: one account. */
  async connect(answer: ConsentAnswer = {}): Promise<FoundAccount> {
    const { code_verifier, back } = await this.consent(answer)
    const { accounts } = await this.exchange(back.code ?? "", code_verifier)
    return accounts[0] as FoundAccount
  }

  refresh(tokens: TokenSet): Promise<TokenSet> {
    return this.platform.refresh(tokens, KEPT, this.call())
  }

  /** Whether X still takes a token. */
  async isAlive(access_token: string): Promise<boolean> {
    const { valid } = await this.platform.inspect(
      bareTokens(access_token),
      {
        ...KEPT,
        external_id: this.sandbox.world.accounts()[0]?.external_id ?? "",
      },
      this.call()
    )
    return valid
  }
}

export const KEPT: KeptAccount = {
  external_id: "1",
  settings: { auth: "user" },
  scopes: null,
}
