import {
  addressOn,
  type ConnectingCall,
  type HttpAnswer,
  OAuthHttp,
} from "../../platform-kit"
import type { TwitterOptions } from "./options"
import { twitterProfile } from "./profile"

/** Asks X's token endpoints as the operator's app. */
export class XTokenEndpoint {
  private readonly http_: OAuthHttp

  constructor(private readonly options_: TwitterOptions) {
    this.http_ = new OAuthHttp(twitterProfile.label, options_)
  }

  /**
   * A confidential client proves itself with a header; its id in the form does
   * no harm and was demanded too (public report).
   * https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token
   *
   * @throws PlatformError `transient`; refusals are answers
   */
  ask(
    call: ConnectingCall,
    path: "token" | "revoke",
    fields: Record<string, string>
  ): Promise<HttpAnswer> {
    const { base_url, api_version, client_id = "" } = this.options_
    const credentials = this.basic_()
    return this.http_.send(call, {
      endpoint: `POST /2/oauth2/${path}`,
      method: "POST",
      url: addressOn(base_url, `${api_version}/oauth2/${path}`),
      headers: credentials ? { Authorization: `Basic ${credentials}` } : {},
      form: new URLSearchParams({ ...fields, client_id }).toString(),
      secrets: [...Object.values(fields), credentials ?? ""],
    })
  }

  /** `null` for a public client. */
  private basic_(): string | null {
    const { client_id, client_secret } = this.options_
    return client_secret === undefined
      ? null
      : Buffer.from(`${client_id}:${client_secret}`).toString("base64")
  }
}
