import { ModuleProvider } from "@medusajs/framework/utils"
import { FacebookPlatform } from "./platform"

export { FacebookPlatform }

export default ModuleProvider("social_posts", {
  services: [FacebookPlatform],
})
