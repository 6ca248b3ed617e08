import { transform } from "@medusajs/framework/workflows-sdk"
import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { DeauthorizedAccount } from "../../../modules/social-posts/services/person-requests"
import { SocialAccountEvents } from "../../accounts/events"

/** Announces accounts whose access was taken back; none when there are none. */
export function emitDeauthorized(
  accounts: WorkflowData<DeauthorizedAccount[]>
) {
  const data = transform({ accounts }, ({ accounts: gone }) =>
    gone.map((account) => ({ ...account, reconnect_by: null }))
  )
  emitEventStep({ eventName: SocialAccountEvents.DEAUTHORIZED, data })
}
