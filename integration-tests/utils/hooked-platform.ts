import { createHmac } from "node:crypto"
import type {
  PlatformProfile,
  WebhookNotice,
  WebhookReceiver,
  WebhookRequest,
} from "../../src/platform-kit"
import { FakePlatform } from "./fake-platform"

const SECRET = "hooked"

const sign = (raw: Buffer) =>
  createHmac("sha256", SECRET).update(raw).digest("hex")

/** A platform of its own that sends webhooks: its notices are ours. */
export class HookedPlatform extends FakePlatform {
  static request(...notices: unknown[]): WebhookRequest {
    const raw = Buffer.from(JSON.stringify(notices))
    return { raw, headers: { "x-signature": sign(raw) }, query: {} }
  }

  constructor(container: unknown, options: unknown) {
    super(container, options)
    const profile: PlatformProfile = this.profile
    profile.abilities.webhooks = true
  }

  webhooks(): WebhookReceiver {
    return {
      missingOptions: () => [],
      challenge: () => null,
      isAuthentic: ({ raw, headers }) => headers["x-signature"] === sign(raw),
      parse: (raw) => JSON.parse(raw.toString()) as WebhookNotice[],
      parseSignedRequest: ({ raw }) => ({
        person_id: raw.toString(),
        issued_at: null,
      }),
    }
  }
}
