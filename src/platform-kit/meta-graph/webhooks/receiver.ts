import type {
  SignedPersonRequest,
  WebhookNotice,
  WebhookReceiver,
  WebhookRequest,
} from "../../webhooks"
import { type MetaUpdate, readEnvelope } from "./envelope"
import { isSameText, isSigned } from "./signature"
import { readSignedRequest } from "./signed-request"

export interface MetaWebhookSettings {
  object: "instagram" | "page"
  /** Option `webhook_verify_token`. */
  verify_token: string | undefined
  /** Secrets of the apps that may have signed, by the name of their option. */
  secrets: Readonly<Record<string, string | undefined>>
  /** What one change tells; `[]` for what nobody needs. */
  read(update: MetaUpdate): WebhookNotice[]
}

/** Longer than any challenge; it is sent back as it came. */
const CHALLENGE = /^[\w.-]{1,256}$/

/**
 * Meta's webhooks of one object. Which secret signs for the Instagram login is
 * not documented, so each that is configured may.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started
 */
export class MetaWebhookReceiver implements WebhookReceiver {
  private readonly secrets_: readonly string[]

  constructor(private readonly settings_: MetaWebhookSettings) {
    this.secrets_ = Object.values(settings_.secrets).filter(
      (secret): secret is string => Boolean(secret)
    )
  }

  missingOptions(): string[] {
    const { verify_token, secrets } = this.settings_
    return [
      ...(verify_token ? [] : ["webhook_verify_token"]),
      ...(this.secrets_.length > 0 ? [] : [Object.keys(secrets).join(" or ")]),
    ]
  }

  challenge(query: WebhookRequest["query"]): string | null {
    const { verify_token } = this.settings_
    const challenge = query["hub.challenge"] ?? ""
    const isMeant =
      query["hub.mode"] === "subscribe" &&
      Boolean(verify_token) &&
      isSameText(query["hub.verify_token"] ?? "", verify_token ?? "") &&
      CHALLENGE.test(challenge)
    return isMeant ? challenge : null
  }

  isAuthentic({ raw, headers }: WebhookRequest): boolean {
    return isSigned(raw, headers["x-hub-signature-256"], this.secrets_)
  }

  parse(raw: Buffer): WebhookNotice[] {
    const { object, read } = this.settings_
    return readEnvelope(raw, object).flatMap(read)
  }

  parseSignedRequest({ raw }: WebhookRequest): SignedPersonRequest {
    return readSignedRequest(raw, this.secrets_)
  }
}
