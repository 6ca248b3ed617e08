import { model } from "@medusajs/framework/utils"

/** How much of a platform's limit is used, shared by all processes. */
const SocialCallBudget = model
  .define("social_call_budget", {
    id: model.id({ prefix: "sbud" }).primaryKey(),
    bucket: model.text(),
    scope: model.enum(["account", "app"]),
    used: model.float(),
    resets_at: model.dateTime().nullable(),
    parked_until: model.dateTime().nullable(),
    observed_at: model.dateTime(),
  })
  .indexes([{ on: ["bucket"], unique: true }])

export default SocialCallBudget
