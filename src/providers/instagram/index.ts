import { ModuleProvider } from "@medusajs/framework/utils"
import { InstagramPlatform } from "./platform"

export { InstagramPlatform }

export default ModuleProvider("social_posts", {
  services: [InstagramPlatform],
})
