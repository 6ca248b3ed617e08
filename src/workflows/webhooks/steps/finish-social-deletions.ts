import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import { removeSocialAccountWorkflow } from "../../accounts/workflows/remove-social-account"

/**
 * Deletes the accounts that persons demanded to be deleted, one by one; what
 * fails is tried again by the next. Gives how many. There is no compensation:
 * it must not come back.
 *
 * @example
 * const deleted = finishSocialDeletionsStep()
 */
export const finishSocialDeletionsStep = createStep(
  "finish-social-deletions",
  async (_: void, { container }) => {
    const { personRequests } =
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    let deleted = 0
    for (const { id, account_ids } of await personRequests.listOpen()) {
      try {
        for (const accountId of account_ids) {
          await deleteAccount(container, accountId)
          await personRequests.noteDeleted(id, accountId)
          deleted += 1
        }
      } catch (error) {
        // One demand that fails must not hold up the others.
        await personRequests.noteFailed(id)
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .error(
            `Social accounts: deletion request ${id} could not be finished (${(error as Error).message}). It is tried again.`
          )
      }
    }
    return new StepResponse(deleted)
  }
)

/** Another process, or a merchant, may have been quicker. */
async function deleteAccount(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const socialPosts =
    container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const exists = async () =>
    (await socialPosts.listSocialAccounts({ id }, { select: ["id"] })).length >
    0
  if (!(await exists())) {
    return
  }
  try {
    await removeSocialAccountWorkflow(container).run({
      input: { id, delete_data: true },
    })
  } catch (error) {
    if (await exists()) {
      throw error
    }
  }
}
