import type { SocialOptions } from "./modules/social-posts/types/options"

export type { SocialOptions }

declare module "@medusajs/types" {
  interface ModuleOptions {
    "medusa-plugin-social-insights/.medusa/server/src/modules/social-posts": SocialOptions
  }
}
