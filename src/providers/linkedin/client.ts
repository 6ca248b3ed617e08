import {
  accountBucket,
  appBucket,
  type PlatformCall,
  PlatformHttp,
} from "../../platform-kit"
import { linkedinEdge } from "./edge"
import type { LinkedInOptions } from "./options"
import { linkedinProfile } from "./profile"

export interface LinkedInRead {
  /** Name in the run's call counts: `GET /rest/posts/{urn}`. */
  endpoint: string
  /** Below the host, values encoded: `/rest/posts/urn%3Ali%3Ashare%3A1`. */
  path: string
  /** Encoded query; see `restli.ts`. */
  query?: string
  /** What kind of read it is, where Rest.li wants to be told. */
  method?: "FINDER" | "BATCH_GET"
}

/** Longer questions are sent as a form. */
const LONGEST_QUERY = 4000

/** Talks to LinkedIn. Complete addresses only: the encoding is judged. */
export class LinkedInClient {
  private readonly http_: PlatformHttp
  private readonly base_: string
  private readonly version_: string

  constructor(options: LinkedInOptions) {
    this.http_ = new PlatformHttp(linkedinEdge(), options)
    this.base_ = options.base_url.replace(/\/+$/, "")
    this.version_ = options.api_version
  }

  /** First day of the API version's month, to compare metrics with. */
  get versionDate(): Date {
    const year = this.version_.slice(0, 4)
    return new Date(`${year}-${this.version_.slice(4)}-01T00:00:00.000Z`)
  }

  /** @throws PlatformError */
  async get(call: PlatformCall, read: LinkedInRead): Promise<unknown> {
    const { endpoint, path, query = "", method } = read
    const url = `${this.base_}${path}`
    const headers = {
      "LinkedIn-Version": this.version_,
      "X-Restli-Protocol-Version": "2.0.0",
      ...(method && { "X-RestLi-Method": method }),
    }
    // https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits
    const buckets = [
      `${accountBucket(call.account.id)}:${endpoint}`,
      `${appBucket(linkedinProfile.identifier)}:${endpoint}`,
    ]
    // https://linkedin.github.io/rest.li/spec/query_tunneling
    const { body } = await this.http_.send(
      call,
      query.length > LONGEST_QUERY
        ? {
            endpoint,
            url,
            buckets,
            method: "POST",
            headers: { ...headers, "X-HTTP-Method-Override": "GET" },
            form: query,
          }
        : { endpoint, url: query ? `${url}?${query}` : url, buckets, headers }
    )
    return body
  }
}
