import { model } from "@medusajs/framework/utils"

/** A metric that a platform refused, so that the next sync does not ask. */
const SocialMetricVerdict = model
  .define("social_metric_verdict", {
    id: model.id({ prefix: "sverd" }).primaryKey(),
    platform: model.text(),
    host: model.text(),
    product_type: model.text(),
    metric: model.text(),
    expires_at: model.dateTime(),
  })
  .indexes([
    { on: ["platform", "host", "product_type", "metric"], unique: true },
  ])

export default SocialMetricVerdict
