import {
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { listSocialCommentConfig } from "../social-posts/query-config"
import { AdminGetSocialCommentsParams } from "./validators"

export const socialCommentMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/social-comments",
    middlewares: [
      validateAndTransformQuery(
        AdminGetSocialCommentsParams,
        listSocialCommentConfig
      ),
    ],
  },
]
