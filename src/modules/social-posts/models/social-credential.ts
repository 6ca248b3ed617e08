import { model } from "@medusajs/framework/utils"
import SocialAccount from "./social-account"

/**
 * The sealed token of an account. Every query config disallows this relation;
 * only the secret box can open what it holds.
 */
const SocialCredential = model.define("social_credential", {
  id: model.id({ prefix: "scred" }).primaryKey(),
  access_token: model.text(),
  account: model.belongsTo(() => SocialAccount, { mappedBy: "credential" }),
})

export default SocialCredential
