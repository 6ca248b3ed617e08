import { Module } from "@medusajs/framework/utils"
import registerPlatforms from "./loaders/register-platforms"
import validateOptions from "./loaders/validate-options"
import SocialPostsModuleService from "./service"

export const SOCIAL_POSTS_MODULE = "social_posts"

export default Module(SOCIAL_POSTS_MODULE, {
  service: SocialPostsModuleService,
  loaders: [validateOptions, registerPlatforms],
})
