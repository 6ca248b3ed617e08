import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../modules/social-posts/service"
import { fileName } from "../file-name"
import { toExportRequest } from "../to-export-request"
import type { AdminSocialExportParamsType } from "../validators"
import { textOf } from "../../../../platform-kit"

const TYPES = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
}

/**
 * A file of posts, comments, timelines or account days. What is wrong is said
 * before the first byte; an error after it breaks the connection, so that half
 * a file is never taken for a whole one.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminSocialExportParamsType>,
  res: MedusaResponse
) => {
  const request = toExportRequest(req.params.kind as string, req.validatedQuery)
  const { exports } =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const text = exports.stream(request)
  // Where the database refuses, it does so here, and an error can be answered.
  const first = await text.next()
  res.setHeader("Content-Type", TYPES[request.format])
  res.setHeader(
    "Content-Disposition",
    `attachment; filename="${fileName(request, new Date())}"`
  )
  res.setHeader("Cache-Control", "no-store")
  try {
    await pipeline(Readable.from(from(first, text)), res)
  } catch (error) {
    // Browsers that go away are no news; the rest is for the operator.
    if ((error as { code?: string }).code !== "ERR_STREAM_PREMATURE_CLOSE") {
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `Social posts: an export (${request.kind}) broke off: ${textOf(error)}`
        )
    }
    res.destroy()
  }
}

/** The text with the piece that was already taken in front. */
async function* from(
  first: IteratorResult<string>,
  rest: AsyncGenerator<string>
): AsyncGenerator<string> {
  if (!first.done) {
    yield first.value
    yield* rest
  }
}
