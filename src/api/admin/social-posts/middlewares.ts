import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { validateSyncParameters } from "../../utils/sync-parameters"
import {
  listSocialCommentConfig,
  listSocialPostConfig,
  listSocialSnapshotConfig,
  retrieveSocialPostConfig,
} from "./query-config"
import {
  AdminBatchSocialPosts,
  AdminCreateSocialPost,
  AdminGetSocialPostCommentsParams,
  AdminGetSocialPostParams,
  AdminGetSocialPostsParams,
  AdminGetSocialPostTimelineParams,
  AdminLinkSocialPostProducts,
  AdminMarkSocialPostPublished,
  AdminSyncAllSocialPosts,
  AdminSyncSocialPost,
  AdminUpdateSocialPost,
} from "./validators"

const retrieve = validateAndTransformQuery(
  AdminGetSocialPostParams,
  retrieveSocialPostConfig
)

export const socialPostMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/social-posts",
    middlewares: [
      validateAndTransformQuery(
        AdminGetSocialPostsParams,
        listSocialPostConfig
      ),
    ],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-posts",
    middlewares: [validateAndTransformBody(AdminCreateSocialPost), retrieve],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-posts/sync-all-insights",
    middlewares: [validateSyncParameters(AdminSyncAllSocialPosts)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-posts/batch",
    middlewares: [validateAndTransformBody(AdminBatchSocialPosts)],
  },
  {
    methods: ["GET"],
    matcher: "/admin/social-posts/:id",
    middlewares: [retrieve],
  },
  {
    methods: ["POST"],
    // Not `sync-all-insights` and `batch`, which are routes of their own.
    matcher: "/admin/social-posts/spost_:id",
    middlewares: [validateAndTransformBody(AdminUpdateSocialPost), retrieve],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-posts/:id/sync-insights",
    middlewares: [validateSyncParameters(AdminSyncSocialPost)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-posts/:id/products",
    middlewares: [
      validateAndTransformBody(AdminLinkSocialPostProducts),
      retrieve,
    ],
  },
  {
    methods: ["POST"],
    matcher: "/admin/social-posts/:id/mark-published",
    middlewares: [
      validateAndTransformBody(AdminMarkSocialPostPublished),
      retrieve,
    ],
  },
  {
    methods: ["GET"],
    matcher: "/admin/social-posts/:id/comments",
    middlewares: [
      validateAndTransformQuery(
        AdminGetSocialPostCommentsParams,
        listSocialCommentConfig
      ),
    ],
  },
  {
    methods: ["GET"],
    matcher: "/admin/social-posts/:id/timeline",
    middlewares: [
      validateAndTransformQuery(
        AdminGetSocialPostTimelineParams,
        listSocialSnapshotConfig
      ),
    ],
  },
]
