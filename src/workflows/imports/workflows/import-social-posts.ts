import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitSocialImports } from "../utils/emit-social-imports"
import { startSocialImportStep } from "../steps/start-social-import"
import { workSocialImportStep } from "../steps/work-social-import"
import type { ImportSocialPostsInput } from "../types"

/**
 * Brings an account's posts into the store and waits for it. Gives the import
 * when it has ended, in a list that is empty while a limit lets it rest.
 *
 * @example
 * const { result } = await importSocialPostsWorkflow(container).run({
 *   input: { account_id: "sacc_123", trigger: "command", limit: 200 },
 * })
 */
export const importSocialPostsWorkflow = createWorkflow(
  "import-social-posts",
  function (input: ImportSocialPostsInput) {
    const started = startSocialImportStep(input)
    const finished = workSocialImportStep(started)
    emitSocialImports(finished)
    return new WorkflowResponse(finished)
  }
)
