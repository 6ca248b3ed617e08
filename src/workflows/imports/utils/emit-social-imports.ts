import { transform } from "@medusajs/framework/workflows-sdk"
import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { SocialImportEvents } from "../events"
import type { FinishedImports } from "../types"

/** Announces imports that have ended; none when there are none. */
export function emitSocialImports(finished: WorkflowData<FinishedImports>) {
  const data = transform({ finished }, ({ finished: imports }) =>
    imports.map(
      ({
        account_id,
        id,
        platform,
        trigger,
        kind,
        status,
        found,
        created,
        updated,
        missing,
      }) => ({
        id: account_id,
        import_id: id,
        platform,
        trigger,
        kind,
        status,
        found,
        created,
        updated,
        missing,
      })
    )
  )
  emitEventStep({ eventName: SocialImportEvents.IMPORTED, data })
}
