import { ModuleProvider } from "@medusajs/framework/utils"
import { TwitterPlatform } from "./platform"

export { TwitterPlatform } from "./platform"
export type { TwitterOptions } from "./options"

export default ModuleProvider("social_posts", { services: [TwitterPlatform] })
