import type { Sandbox } from "../../../../platform-sandbox"
import type {
  Discovery,
  FoundAccount,
  KeptAccount,
} from "../../../platform-kit"
import {
  CALLBACK,
  answerConsent,
  type ConsentAnswer,
} from "../../../platform-kit/__tests__/answer-consent"
import {
  REQUEST,
  testCall,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { InstagramPlatform } from "../platform"

/** A person who connects Instagram accounts of the sandbox. */
export class LoginProbe {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly flow: "instagram" | "facebook"
  ) {}

  platform(options: Record<string, unknown> = {}): InstagramPlatform {
    const { url } = this.sandbox
    return new InstagramPlatform(
      {},
      {
        base_url: `${url}/graph.instagram.com`,
        oauth_base_url: `${url}/www.instagram.com`,
        token_base_url: `${url}/api.instagram.com`,
        facebook_base_url: `${url}/graph.facebook.com`,
        facebook_oauth_base_url: `${url}/www.facebook.com`,
        client_id: "200000000000002",
        client_secret: "sandbox-instagram-secret",
        facebook_client_id: "100000000000001",
        facebook_client_secret: "sandbox-app-secret",
        retry_base_ms: 1,
        ...options,
      }
    )
  }

  call() {
    return testCall({}, { now: () => this.sandbox.clock.now() })
  }

  async code(answer?: ConsentAnswer, on = this.platform()): Promise<string> {
    const address = on.authorize({ ...REQUEST, flow: this.flow })
    const back = await answerConsent(address, answer)
    expect(back.state).toBe(REQUEST.state)
    return back.code ?? ""
  }

  exchange(
    code: string,
    on = this.platform(),
    call = this.call(),
    redirect_uri = CALLBACK
  ): Promise<Discovery> {
    return on.exchange(
      { flow: this.flow, code, redirect_uri, code_verifier: null },
      call
    )
  }

  async connect(
    answer?: ConsentAnswer,
    on = this.platform()
  ): Promise<Discovery> {
    return this.exchange(await this.code(answer, on), on)
  }

  /** The first account that a consent finds. */
  async account(on = this.platform()): Promise<FoundAccount> {
    const { accounts } = await this.connect({}, on)
    if (!accounts[0]) {
      throw new Error("no account")
    }
    return accounts[0]
  }
}

export const kept = ({ description, settings }: FoundAccount): KeptAccount => ({
  external_id: description.external_id,
  settings,
  scopes: description.scopes,
})
