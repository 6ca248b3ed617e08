import { model } from "@medusajs/framework/utils"

/** What merchants set for the whole store, by name (`retention`). */
const SocialSetting = model.define("social_setting", {
  id: model.id({ prefix: "sset" }).primaryKey(),
  name: model.text().unique(),
  value: model.json(),
})

export default SocialSetting
