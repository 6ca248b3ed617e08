import { model } from "@medusajs/framework/utils"

/**
 * A person's demand, passed on by a platform, to delete what is kept through
 * their access. Stays as the proof that it was done; holds no id of the person.
 */
const SocialDeletionRequest = model.define("social_deletion_request", {
  id: model.id({ prefix: "sdel" }).primaryKey(),
  platform: model.text(),
  /** What the person is given to ask for the state. */
  confirmation_code: model.text().unique(),
  /** SHA-256 of platform, person and time, so that the same demand is one. */
  person_hash: model.text().unique(),
  status: model.enum(["pending", "done", "failed"]).default("pending"),
  /** Accounts that are still to be deleted. */
  account_ids: model.array().default([]),
  /** Accounts that were deleted. */
  accounts: model.number().default(0),
  requested_at: model.dateTime(),
  finished_at: model.dateTime().nullable(),
})

export default SocialDeletionRequest
