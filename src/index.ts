// Without it the augmentation below finds no module to augment.
import type {} from "@medusajs/admin-shared"
import type { SocialOptions } from "./modules/social-posts/types/options"

export type { SocialOptions }

declare module "@medusajs/types" {
  interface ModuleOptions {
    "medusa-plugin-social-insights/.medusa/server/src/modules/social-posts": SocialOptions
  }
}

declare module "@medusajs/admin-shared" {
  /** Zones of our pages into which other plugins can put widgets. */
  interface InjectionZoneRegistry {
    "social_post.list": true
    "social_post.details": true
    "social_post.details.main": true
    "social_post.details.side": true
    "social_account.list": true
    "social_account.details": true
    "social_account.details.main": true
    "social_account.details.side": true
    "social_sync_run.list": true
    "social_sync_run.details": true
    "social_sync_run.details.main": true
    "social_sync_run.details.side": true
  }
}
