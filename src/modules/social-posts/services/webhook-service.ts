import { createHash } from "node:crypto"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { WebhookReceiver, WebhookRequest } from "../../../platform-kit"
import type { Knex } from "../sql/database"
import { insertDelivery } from "../sql/webhooks/deliveries"
import { CLOCK, type Clock } from "../types/options"
import { withMedusaErrors } from "../utils/to-medusa-error"
import type PlatformRegistry from "./platform-registry"
import type WebhookWorker from "./webhook-worker"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  platformRegistry: PlatformRegistry
  webhookWorker: WebhookWorker
}

/** The plugin's ear: takes in what platforms tell, and has it worked off. */
export default class WebhookService {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly registry_: PlatformRegistry
  private readonly worker_: WebhookWorker

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.registry_ = dependencies.platformRegistry
    this.worker_ = dependencies.webhookWorker
  }

  /**
   * Options without which no webhook of a platform is accepted; `[]` when all
   * are set.
   * @throws MedusaError 404 when the platform sends none
   */
  missingOptions(platform: string): string[] {
    return this.receiverOf_(platform).receiver.missingOptions()
  }

  /**
   * The answer to a verification handshake; `null` refuses it.
   * @throws MedusaError 404
   */
  challenge(platform: string, query: WebhookRequest["query"]): string | null {
    return this.receiverOf_(platform).receiver.challenge(query)
  }

  /**
   * Keeps what a platform tells, once however often it is told; nothing is
   * done about it yet. Waits for no database: a platform sends it again.
   *
   * @returns whether somebody has to be told that there is work
   * @throws MedusaError 404, 401 for a signature that is wrong, 400 for what is
   *   no webhook
   */
  async receive(platform: string, request: WebhookRequest): Promise<boolean> {
    const { identifier, receiver } = this.receiverOf_(platform)
    if (!receiver.isAuthentic(request)) {
      throw new MedusaError(
        MedusaError.Types.UNAUTHORIZED,
        "The signature is wrong."
      )
    }
    const notices = withMedusaErrors(() => receiver.parse(request.raw))
    if (notices.length === 0) {
      return false
    }
    const digest = createHash("sha256").update(request.raw).digest("hex")
    const delivery = { platform: identifier, digest, notices }
    const { stored, waiting } = await insertDelivery(
      this.knex_,
      delivery,
      this.clock_()
    )
    return stored && !waiting
  }

  /** Works off what was received, whoever received it. Returns how much. */
  async workDue(): Promise<number> {
    return this.worker_.workDue()
  }

  private receiverOf_(name: string): {
    identifier: string
    receiver: WebhookReceiver
  } {
    const platform = this.registry_.find(name)
    const receiver = platform?.webhooks()
    if (!platform || !receiver) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `No webhooks of "${name}" are received here.`
      )
    }
    return { identifier: platform.profile.identifier, receiver }
  }
}
