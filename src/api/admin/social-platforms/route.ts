import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"

/**
 * The configured platforms, with everything a form needs to connect an account
 * by pasting a token and to create a post by its id. A scope with `only_for` is
 * needed only when the setting with `decides_scopes` has that value.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const platforms = await req.scope
    .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    .listPlatforms()
  const social_platforms = platforms.map(({ identifier, ...platform }) => ({
    id: identifier,
    ...platform,
  }))
  res.json({ social_platforms, count: social_platforms.length })
}
