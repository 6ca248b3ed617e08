import { model } from "@medusajs/framework/utils"

/**
 * A connection in the making: from the consent page of a platform to the
 * choice of accounts. Kept in the database, so that any process can go on with
 * it; short-lived. The module's service leaves it out, so that `query.graph`
 * cannot reach what it holds.
 */
const SocialConnection = model.define("social_connection", {
  id: model.id({ prefix: "sconn" }).primaryKey(),
  platform: model.text(),
  flow: model.text(),
  /** The admin user who began it; nobody else may go on with it. */
  actor_id: model.text(),
  /** SHA-256 of the state; `null` once it is used. */
  state_hash: model.text().unique().nullable(),
  redirect_uri: model.text(),
  /** The account that is connected again. */
  account_id: model.text().nullable(),
  /** Sealed PKCE verifier, until the code is exchanged. */
  code_verifier: model.text().nullable(),
  /** Sealed tokens of what was found, until accounts are chosen. */
  found: model.text().nullable(),
  /** What was found, without tokens. */
  candidates: model.json().nullable(),
  granted_scopes: model.array().nullable(),
  advice: model.json().nullable(),
  expires_at: model.dateTime(),
})

export default SocialConnection
