import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { AccountNotice } from "../../../modules/social-posts/types/notices"
import { SocialAccountEvents } from "../events"
import { sendSocialAccountNoticesStep } from "../steps/send-social-account-notices"

/**
 * Tells merchants in the admin's feed, and programs by an event, that accounts
 * have to be connected again.
 *
 * @example
 * const notices = await socialPosts.claimAccountNotices()
 * const { result: sent } = await sendSocialAccountNoticesWorkflow(container).run(
 *   { input: { notices } }
 * )
 * await socialPosts.confirmAccountNotices(sent)
 */
export const sendSocialAccountNoticesWorkflow = createWorkflow(
  "send-social-account-notices",
  function (input: { notices: AccountNotice[] }) {
    const sent = sendSocialAccountNoticesStep(input.notices)
    const events = transform({ sent }, ({ sent: notices }) => ({
      dead: eventsOf(notices, "needs_reconnect"),
      ending: eventsOf(notices, "reconnect_due"),
    }))
    emitEventStep({
      eventName: SocialAccountEvents.NEEDS_RECONNECT,
      data: events.dead,
    })
    emitEventStep({
      eventName: SocialAccountEvents.RECONNECT_DUE,
      data: events.ending,
    }).config({ name: "emit-social-account-reconnect-due" })
    return new WorkflowResponse(sent)
  }
)

const eventsOf = (
  notices: readonly AccountNotice[],
  wanted: AccountNotice["kind"]
) =>
  notices
    .filter(({ kind }) => kind === wanted)
    .map(({ account_id, platform, reason, reconnect_by }) => ({
      id: account_id,
      platform,
      reason,
      reconnect_by,
    }))
