import {
  addressOn,
  type ConnectingCall,
  type HttpAnswer,
  OAuthHttp,
} from "../../platform-kit"
import type { LinkedInOptions } from "./options"
import { linkedinProfile } from "./profile"

/** Asks LinkedIn's token endpoints as the operator's app. */
export class LinkedInTokenEndpoint {
  private readonly http_: OAuthHttp

  constructor(private readonly options_: LinkedInOptions) {
    this.http_ = new OAuthHttp(linkedinProfile.label, options_)
  }

  /** Whether there is an app to ask as. */
  get isConfigured(): boolean {
    const { client_id, client_secret } = this.options_
    return client_id !== undefined && client_secret !== undefined
  }

  /**
   * Id and secret travel in the form; LinkedIn documents no header for them.
   * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
   *
   * @throws PlatformError `transient`; refusals are answers
   */
  ask(
    call: ConnectingCall,
    path: "accessToken" | "introspectToken",
    fields: Record<string, string>
  ): Promise<HttpAnswer> {
    const { oauth_base_url, client_id = "", client_secret = "" } = this.options_
    return this.http_.send(call, {
      endpoint: `POST /oauth/v2/${path}`,
      method: "POST",
      url: addressOn(oauth_base_url, `oauth/v2/${path}`),
      form: new URLSearchParams({
        ...fields,
        client_id,
        client_secret,
      }).toString(),
      secrets: [...Object.values(fields), client_secret],
    })
  }
}
