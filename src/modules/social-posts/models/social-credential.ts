import { model } from "@medusajs/framework/utils"
import SocialAccount from "./social-account"

/**
 * The sealed tokens of an account, and how long they live. Every query config
 * disallows this relation; only the secret box can open what it holds.
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
  account: model.belongsTo(() => SocialAccount, { mappedBy: "credential" }),
})

export default SocialCredential
