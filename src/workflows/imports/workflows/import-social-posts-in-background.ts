import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitSocialImports } from "../utils/emit-social-imports"
import { startSocialImportStep } from "../steps/start-social-import"
import { workSocialImportStep } from "../steps/work-social-import"
import type { ImportSocialPostsInput } from "../types"

/**
 * Starts an import and returns at once; its row shows the progress. With Redis
 * a worker process does the reading.
 *
 * @example
 * const { result } = await importSocialPostsInBackgroundWorkflow(container).run({
 *   input: { account_id: "sacc_123", trigger: "manual" },
 * })
 */
export const importSocialPostsInBackgroundWorkflow = createWorkflow(
  "import-social-posts-in-background",
  function (input: ImportSocialPostsInput) {
    const started = startSocialImportStep(input)
    const finished = workSocialImportStep(started).config({
      name: "work-social-import-in-background",
      async: true,
    })
    emitSocialImports(finished)
    return new WorkflowResponse(started)
  }
)
