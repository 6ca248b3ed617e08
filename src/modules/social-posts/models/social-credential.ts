import { model } from "@medusajs/framework/utils"

/**
 * The sealed tokens of an account, and how long they live; only the secret box
 * can open them. No relation leads here, and the module's service leaves it
 * out: `query.graph` cannot reach it. A foreign key of the first migration
 * removes it with its account.
 */
const SocialCredential = model.define("social_credential", {
  id: model.id({ prefix: "scred" }).primaryKey(),
  access_token: model.text(),
  refresh_token: model.text().nullable(),
  /** The person's token this one was derived from. */
  source_token: model.text().nullable(),
  issued_at: model.dateTime().nullable(),
  expires_at: model.dateTime().nullable(),
  refresh_expires_at: model.dateTime().nullable(),
  source_expires_at: model.dateTime().nullable(),
  data_access_expires_at: model.dateTime().nullable(),
  /** The platform's id of the person who granted it. */
  granted_by: model.text().nullable(),
  /** Made for this store's own app. */
  own_app: model.boolean().default(false),
  /** Counts replacements: who writes must have read the newest. */
  version: model.number().default(1),
  /** Who is renewing it, and until when nobody else may (database clock). */
  lease_by: model.text().nullable(),
  lease_until: model.dateTime().nullable(),
  /** Since when renewing fails, and why; `null` when the last one worked. */
  renewal_failed_at: model.dateTime().nullable(),
  renewal_error: model.text().nullable(),
  account_id: model.text().unique(),
})

export default SocialCredential
