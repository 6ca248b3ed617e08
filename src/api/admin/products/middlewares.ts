import {
  type MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { linkBody } from "../../utils/validators"

export const productSocialPostMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/products/:id/social-posts",
    middlewares: [validateAndTransformBody(linkBody())],
  },
]
