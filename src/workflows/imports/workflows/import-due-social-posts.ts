import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitSocialImports } from "../utils/emit-social-imports"
import { workDueSocialImportsStep } from "../steps/work-due-social-imports"

/**
 * Imports the posts and stories that are due, of all accounts. Gives the
 * imports that ended.
 *
 * @example
 * const { result } = await importDueSocialPostsWorkflow(container).run()
 */
export const importDueSocialPostsWorkflow = createWorkflow(
  "import-due-social-posts",
  function () {
    const finished = workDueSocialImportsStep()
    emitSocialImports(finished)
    return new WorkflowResponse(finished)
  }
)
