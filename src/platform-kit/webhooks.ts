import type { PostReading } from "./contract"

/** An HTTP request of a platform, as it came. */
export interface WebhookRequest {
  /** Header names in lower case. */
  headers: Readonly<Record<string, string | undefined>>
  query: Readonly<Record<string, string | undefined>>
  /** The bytes that were signed. */
  raw: Buffer
}

/** The numbers of a story, mapped as in a direct reading. */
export type StoryReading = Pick<
  PostReading,
  "metrics" | "unavailable" | "native" | "breakdowns"
>

/** What a platform tells about one account. Ids are the platform's. */
export type WebhookNotice =
  | {
      kind: "comment"
      account_external_id: string
      /**
       * `null` when the platform names the comment alone, or only that the
       * account has comments that are new.
       */
      platform_post_id: string | null
      comment_id: string | null
      /** What happened to the comment. */
      verb: "added" | "edited" | "removed" | "hidden" | "unhidden"
      at: Date | null
    }
  | {
      kind: "post"
      account_external_id: string
      platform_post_id: string
      verb: "added" | "edited" | "removed"
      at: Date | null
    }
  | {
      /** The last numbers of a story. */
      kind: "story_insights"
      account_external_id: string
      platform_post_id: string
      reading: StoryReading
      at: Date | null
    }

/** A person took the access back, or wants what is kept deleted. */
export interface SignedPersonRequest {
  /** The platform's id of the person, as this app knows it. */
  person_id: string
  issued_at: Date | null
}

/** The ear of a platform that sends webhooks. Pure: touches no network. */
export interface WebhookReceiver {
  /** What to set in the plugin's options before anything is accepted; `[]` when all is there. */
  missingOptions(): string[]
  /** The answer to a verification handshake; `null` refuses it. */
  challenge(query: WebhookRequest["query"]): string | null
  /** Whether the platform signed these bytes; compared in constant time. */
  isAuthentic(request: WebhookRequest): boolean
  /**
   * What the delivery tells; unknown parts are left out.
   * @throws PlatformError `invalid` when it is no JSON of this platform
   */
  parse(raw: Buffer): WebhookNotice[]
  /**
   * Reads a signed request (deauthorisation, data deletion).
   * @throws PlatformError `invalid` when it was not signed by the platform
   */
  parseSignedRequest?(request: WebhookRequest): SignedPersonRequest
}
