import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { MedusaError } from "@medusajs/framework/utils"
import type { Sandbox, WorldPost } from "../../../platform-sandbox"
import { digits, unit } from "../../../platform-sandbox/core/hash"
import type { Store } from "../../utils/store-module"
import { DAY } from "./scenery"

export const VERIFY_TOKEN = "sandbox-verify-token"

type Platform = "instagram" | "facebook"

/** Fields the app has subscribed to. */
const FIELDS: Record<Platform, readonly string[]> = {
  instagram: ["comments", "story_insights"],
  facebook: ["feed"],
}

/** Comments below older posts are rare; not all of them are told. */
const TOLD_DAYS = 20
const TOLD_SHARE = 0.5
/** Of what is told: sent although it was taken, or signed by somebody else. */
const REPEATED = 0.1
const FORGED = 0.03

interface Update {
  account: string
  field: string
  value: Record<string, unknown>
}

/** Meta's webhooks, and the store's address for them. */
export class PostOffice {
  /** What was sent, by kind. */
  readonly sent: Record<string, number> = {}
  readonly complaints: string[] = []
  /** How many there were, repeated ones counted once. */
  distinct = 0
  private server_: Server | null = null
  /** Comments there were at the last look, by post. */
  private readonly comments_ = new Map<string, number>()
  private readonly stories_ = new Set<string>()
  private turn_ = 0

  constructor(
    private readonly seed_: number,
    private readonly sandbox_: Sandbox,
    private readonly store_: Store
  ) {}

  async open(): Promise<void> {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? "/", "http://localhost")
      const chunks: Buffer[] = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        const platform = url.pathname.split("/").at(-1) as string
        void this.answer_(platform, {
          method: request.method ?? "GET",
          query: Object.fromEntries(url.searchParams),
          headers: request.headers as Record<string, string>,
          raw: Buffer.concat(chunks),
        }).then(([status, body]) => response.writeHead(status).end(body))
      })
    })
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
    this.server_ = server
    const { port } = server.address() as AddressInfo
    for (const [platform, fields] of Object.entries(FIELDS)) {
      const answer = (await this.order_(platform, {
        action: "subscribe",
        callback_url: `http://127.0.0.1:${port}/hooks/social/${platform}`,
        verify_token: VERIFY_TOKEN,
        fields,
      })) as { verified: boolean }
      if (!answer.verified) {
        throw new Error(`${platform} could not verify the address`)
      }
    }
  }

  async close(): Promise<void> {
    this.server_?.closeAllConnections()
    await new Promise((done) =>
      this.server_ ? this.server_.close(done) : done(null)
    )
  }

  /** Tells what has happened since the last time. */
  async tell(): Promise<void> {
    const { world, clock } = this.sandbox_
    const now = clock.now().getTime()
    for (const post of world.posts()) {
      const age = now - Date.parse(post.posted_at)
      if (!isMeta(post) || age < 0 || age > TOLD_DAYS * DAY) {
        continue
      }
      if (post.media_product_type === "STORY") {
        await this.tellStory_(post, age)
      } else {
        await this.tellComments_(post)
      }
    }
  }

  private async tellComments_(post: WorldPost): Promise<void> {
    const { platform, platform_post_id: id } = post
    const truth = this.sandbox_.world.named(platform)?.truth(id)
    const count = Number(truth?.comments ?? 0)
    const before = this.comments_.get(id)
    this.comments_.set(id, count)
    const isTold = unit(this.seed_, "tell", id, count) < TOLD_SHARE
    if (before === undefined || count <= before || !isTold) {
      return
    }
    const comment = `178${digits(14, this.seed_, "comment", id, count)}`
    await this.send_(
      platform as Platform,
      platform === "instagram"
        ? this.update_(post, "comments", {
            id: comment,
            media: { id },
            text: "Schön! 😍",
          })
        : this.update_(post, "feed", {
            item: "comment",
            verb: "add",
            post_id: id,
            comment_id: `${id.split("_").at(-1)}_${comment}`,
          })
    )
  }

  /** The last numbers, when a story has ended. */
  private async tellStory_(post: WorldPost, age: number): Promise<void> {
    const { platform_post_id: id } = post
    const account = this.sandbox_.world
      .accounts()
      .find(({ external_id }) => external_id === post.account_external_id)
    if (
      age < DAY ||
      account?.settings.login !== "facebook" ||
      this.stories_.has(id)
    ) {
      return
    }
    this.stories_.add(id)
    const truth = this.sandbox_.world.named("instagram")?.truth(id)
    await this.send_(
      "instagram",
      this.update_(post, "story_insights", {
        media_id: id,
        reach: truth?.reach,
        replies: truth?.replies,
        shares: truth?.shares,
        exits: 0,
        taps_forward: 0,
        taps_back: 0,
      })
    )
  }

  private update_(
    { account_external_id: account }: WorldPost,
    field: string,
    value: Record<string, unknown>
  ): Update {
    return { account, field, value }
  }

  private async send_(platform: Platform, update: Update): Promise<void> {
    const turn = this.turn_++
    const isForged = unit(this.seed_, "forged", turn) < FORGED
    const times = unit(this.seed_, "repeated", turn) < REPEATED ? 2 : 1
    if (isForged) {
      await this.deliver_(platform, [update], { sign: "wrong", tries: 1 }, 401)
      this.count_("forged and refused", 1)
    }
    await this.deliver_(platform, [update], { times }, 200)
    this.count_(`${platform} ${update.field}`, times)
    this.distinct++
  }

  private async deliver_(
    platform: Platform,
    updates: Update[],
    order: Record<string, unknown>,
    expected: number
  ): Promise<void> {
    const { deliveries } = (await this.order_(platform, {
      action: "send",
      updates,
      ...order,
    })) as { deliveries: { statuses: number[] }[] }
    const statuses = deliveries.flatMap((one) => one.statuses)
    if (statuses.some((status) => status !== expected)) {
      this.complaints.push(
        `a webhook of ${platform} was answered ${statuses} instead of ${expected}`
      )
    }
  }

  private async order_(
    platform: string,
    order: Record<string, unknown>
  ): Promise<unknown> {
    const known = this.sandbox_.world.named(platform)
    return known?.webhook?.({ platform, ...order })
  }

  /** As the store's route does. */
  private async answer_(
    platform: string,
    request: {
      method: string
      query: Record<string, string>
      headers: Record<string, string>
      raw: Buffer
    }
  ): Promise<[status: number, body: string]> {
    const { webhooks } = this.store_.service
    if (request.method === "GET") {
      const challenge = webhooks.challenge(platform, request.query)
      return challenge === null ? [403, ""] : [200, challenge]
    }
    try {
      await webhooks.receive(platform, request)
      return [200, "{}"]
    } catch (thrown) {
      const { type } = thrown as MedusaError
      return [type === MedusaError.Types.UNAUTHORIZED ? 401 : 400, ""]
    }
  }

  private count_(name: string, times: number): void {
    this.sent[name] = (this.sent[name] ?? 0) + times
  }
}

const isMeta = ({ platform }: WorldPost) =>
  platform === "instagram" || platform === "facebook"
