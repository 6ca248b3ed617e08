import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { SOCIAL_POSTS_MODULE } from "../../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../../modules/social-posts/service"
import { statusPage, UNKNOWN_PAGE } from "../status-page"

/** A page for the person who demanded a deletion. The code is the key to it. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { personRequests } =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const request = await personRequests.find(req.params.code as string)
  res
    .status(request ? 200 : 404)
    .set("cache-control", "no-store")
    .set("referrer-policy", "no-referrer")
    .set(
      "content-security-policy",
      "default-src 'none'; style-src 'unsafe-inline'"
    )
    .type("html")
    .send(request ? statusPage(request) : UNKNOWN_PAGE)
}
