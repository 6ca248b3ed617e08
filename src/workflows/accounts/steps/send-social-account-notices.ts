import type {
  CreateNotificationDTO,
  FilterableNotificationProps,
  INotificationModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { AccountNotice } from "../../../modules/social-posts/types/notices"
import { textOf } from "../../../platform-kit"

/**
 * Puts notices into the admin's feed, each once however often it is tried, and
 * gives those that are there. A store without a provider for the feed goes on without: its log says so, once.
 *
 * @example
 * sendSocialAccountNoticesStep(notices)
 */
export const sendSocialAccountNoticesStep = createStep(
  "send-social-account-notices",
  async (notices: AccountNotice[], { container }) => {
    const feed = container.resolve<INotificationModuleService | undefined>(
      Modules.NOTIFICATION,
      { allowUnregistered: true }
    )
    if (!feed) {
      complainOnce(container, "the store has no notification module")
    }
    const sent: AccountNotice[] = []
    for (const notice of notices) {
      try {
        const trouble = feed && (await send(feed, notice))
        if (trouble) {
          complainOnce(container, trouble)
        }
        sent.push(notice)
      } catch (error) {
        // The others must not wait for it; it is claimed again later.
        complain(container, notice, error)
      }
    }
    // What was shown cannot be taken back, so there is no compensation.
    return new StepResponse(sent)
  }
)

/**
 * Gives what keeps the feed from taking a notice, or `null`.
 * @throws what passes: the notice is sent later
 */
async function send(
  feed: INotificationModuleService,
  notice: AccountNotice
): Promise<string | null> {
  try {
    await feed.createNotifications(toNotification(notice))
    return null
  } catch (error) {
    const [kept] = await feed.listNotifications({
      resource_id: notice.account_id,
      idempotency_key: keyOf(notice),
    } as FilterableNotificationProps)
    if (!kept) {
      throw error
    }
    // Kept, but not as a failure: another process was quicker.
    return kept.status === "failure" ? textOf(error) : null
  }
}

const keyOf = ({ account_id, notice }: AccountNotice) =>
  `${account_id} ${notice}`

const toNotification = (notice: AccountNotice): CreateNotificationDTO => ({
  // The feed is for all users, as with Medusa's own notifications.
  to: "",
  channel: "feed",
  template: "admin-ui",
  data: { title: notice.title, description: notice.description },
  trigger_type: `social_account.${notice.kind}`,
  resource_id: notice.account_id,
  resource_type: "social_account",
  idempotency_key: keyOf(notice),
})

const complain = (
  container: MedusaContainer,
  { account_id }: AccountNotice,
  error: unknown
) =>
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `Social accounts: the notice about account ${account_id} could not be put into the feed (${textOf(error)}). It is tried again.`
    )

let complained = false

function complainOnce(container: MedusaContainer, reason: string): void {
  if (complained) {
    return
  }
  complained = true
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `Social accounts: notices do not reach the admin's feed (${reason}). Give the notification module a provider for the channel "feed", such as @medusajs/medusa/notification-local.`
    )
}
