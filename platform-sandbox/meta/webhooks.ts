import { randomInt } from "node:crypto"
import { SandboxEnvironment, WorldAccount } from "../core/types"
import { ClientApp } from "./oauth/client-app"
import { envelope, signatureOf, signedRequest, Update } from "./webhook-payload"

type Platform = "instagram" | "facebook"

/** Fields that may be subscribed to, by object (meta-common §8). */
const FIELDS: Record<Platform, readonly string[]> = {
  instagram: ["comments", "live_comments", "mentions", "story_insights"],
  facebook: ["feed", "mention", "ratings"],
}

/** Updates in one POST. */
const LARGEST = 1000

/** The real one goes on for 36 hours. */
const TRIES = 5

interface Subscription {
  callback_url: string
  fields: readonly string[]
  include_values: boolean
}

interface SendOrder {
  updates?: Update[]
  /** Whose secret signs; `wrong` is nobody's. */
  sign?: Platform | "wrong"
  /** How often each POST is made, although it was taken. */
  times?: number
  /** Ids of digits as JSON numbers. */
  numeric_ids?: boolean
  tries?: number
}

interface Delivery {
  /** Status of each try. */
  statuses: number[]
}

/**
 * Meta's webhooks: asks the callback first, refuses what it would never send,
 * signs escaped bytes, and repeats what was not answered with 200.
 */
export class WebhookSender {
  private readonly subscriptions_ = new Map<Platform, Subscription>()

  constructor(
    private readonly environment: SandboxEnvironment,
    private readonly apps: Record<Platform, ClientApp>,
    private readonly accounts: () => WorldAccount[]
  ) {}

  /** `action` is `subscribe`, `send`, `deauthorize` or `delete_data`. */
  async order(given: Record<string, unknown>): Promise<unknown> {
    const platform = given.platform === "instagram" ? "instagram" : "facebook"
    switch (given.action) {
      case "subscribe":
        return this.subscribe(platform, given)
      case "send":
        return this.send(platform, given as SendOrder)
      case "deauthorize":
      case "delete_data":
        return this.request(platform, given)
      default:
        throw new Error(`Unknown action ${String(given.action)}`)
    }
  }

  /** A callback that does not repeat the challenge is not taken. */
  private async subscribe(
    platform: Platform,
    given: Record<string, unknown>
  ): Promise<{ verified: boolean; status: number }> {
    const fields = Array.isArray(given.fields) ? given.fields.map(String) : []
    const unknown = fields.filter((field) => !FIELDS[platform].includes(field))
    if (unknown.length > 0 || fields.length === 0) {
      throw new Error(`${platform} has no field ${unknown.join(", ")}`)
    }
    const callback_url = String(given.callback_url)
    const challenge = String(randomInt(1_000_000_000, 2_000_000_000))
    const url = new URL(callback_url)
    url.searchParams.set("hub.mode", "subscribe")
    url.searchParams.set("hub.challenge", challenge)
    url.searchParams.set("hub.verify_token", String(given.verify_token))
    const answer = await fetch(url)
    const verified =
      answer.status === 200 && (await answer.text()) === challenge
    if (verified) {
      this.subscriptions_.set(platform, {
        callback_url,
        fields,
        include_values: given.include_values !== false,
      })
    }
    return { verified, status: answer.status }
  }

  private async send(
    platform: Platform,
    order: SendOrder
  ): Promise<{ deliveries: Delivery[] }> {
    const subscription = this.subscriptions_.get(platform)
    if (!subscription) {
      throw new Error(`${platform} is not subscribed`)
    }
    const updates = order.updates ?? []
    updates.forEach((update) => this.check(platform, subscription, update))
    const deliveries: Delivery[] = []
    for (let start = 0; start < updates.length; start += LARGEST) {
      const body = envelope(updates.slice(start, start + LARGEST), {
        object: platform === "instagram" ? "instagram" : "page",
        include_values: subscription.include_values,
        numeric_ids: order.numeric_ids ?? false,
        now: this.seconds(),
      })
      for (let time = 0; time < (order.times ?? 1); time++) {
        deliveries.push(await this.deliver(platform, subscription, body, order))
      }
    }
    return { deliveries }
  }

  private check(
    platform: Platform,
    { fields }: Subscription,
    { account: id, field }: Update
  ): void {
    const account = this.accounts().find(
      (one) => one.platform === platform && one.external_id === id
    )
    if (!account) {
      throw new Error(`${platform} has no account ${id}`)
    }
    if (!fields.includes(field)) {
      throw new Error(`${field} is not subscribed to`)
    }
    if (field === "story_insights" && account.settings.login !== "facebook") {
      throw new Error("story_insights is sent for the Facebook login alone")
    }
  }

  /** Repeated until it is taken, or nobody listens any more. */
  private async deliver(
    platform: Platform,
    { callback_url }: Subscription,
    body: Buffer,
    { sign = platform, tries = TRIES }: SendOrder
  ): Promise<Delivery> {
    const statuses: number[] = []
    while (statuses.length < tries && statuses.at(-1) !== 200) {
      const answer = await fetch(callback_url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-hub-signature-256": signatureOf(body, this.secretOf(sign)),
        },
        body: new Uint8Array(body),
      })
      await answer.arrayBuffer()
      statuses.push(answer.status)
    }
    return { statuses }
  }

  /** What a person's settings on the platform send off. */
  private async request(
    platform: Platform,
    given: Record<string, unknown>
  ): Promise<{ status: number; body: string }> {
    const sign = (given.sign ?? platform) as Platform | "wrong"
    const issued_at = Number(given.issued_at ?? this.seconds())
    const signed_request = signedRequest(
      String(given.person),
      issued_at,
      this.secretOf(sign)
    )
    const answer = await fetch(String(given.url), {
      method: "POST",
      body: new URLSearchParams({ signed_request }),
    })
    return { status: answer.status, body: await answer.text() }
  }

  private secretOf(sign: Platform | "wrong"): string {
    return sign === "wrong" ? "nobody" : this.apps[sign].secret
  }

  private seconds(): number {
    return Math.floor(this.environment.now().getTime() / 1000)
  }
}
