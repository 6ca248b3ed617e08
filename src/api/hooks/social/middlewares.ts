import type { MiddlewareRoute } from "@medusajs/framework/http"

/**
 * What platforms send: the bytes they signed are kept as they came. Meta puts
 * up to 1,000 changes into one request.
 */
export const socialHookMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/hooks/social/:platform",
    bodyParser: { preserveRawBody: true, sizeLimit: "5mb" },
  },
  {
    methods: ["POST"],
    matcher: "/hooks/social/:platform/deauthorize",
    bodyParser: { preserveRawBody: true, sizeLimit: "16kb" },
  },
  {
    methods: ["POST"],
    matcher: "/hooks/social/:platform/data-deletion",
    bodyParser: { preserveRawBody: true, sizeLimit: "16kb" },
  },
]
