import { model } from "@medusajs/framework/utils"

/**
 * What a platform told by webhook, until it is worked off. Holds platform ids
 * alone, no texts and names. The module's service leaves it out.
 */
const SocialWebhookDelivery = model
  .define("social_webhook_delivery", {
    id: model.id({ prefix: "shook" }).primaryKey(),
    platform: model.text(),
    /** SHA-256 of the signed bytes: the same delivery twice is one. */
    digest: model.text(),
    /** `WebhookNotice[]`. */
    notices: model.json(),
    received_at: model.dateTime(),
    worked_at: model.dateTime().nullable(),
    attempts: model.number().default(0),
    error: model.text().nullable(),
    lease_until: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["platform", "digest"], unique: true },
    { on: ["received_at"], where: "worked_at IS NULL" },
  ])

export default SocialWebhookDelivery
