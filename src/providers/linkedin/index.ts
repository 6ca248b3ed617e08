import { ModuleProvider } from "@medusajs/framework/utils"
import { LinkedInPlatform } from "./platform"

export { LinkedInPlatform } from "./platform"
export type { LinkedInOptions } from "./options"

export default ModuleProvider("social_posts", { services: [LinkedInPlatform] })
