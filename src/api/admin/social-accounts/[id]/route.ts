import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../modules/social-posts/service"
import { connectSocialAccountWorkflow } from "../../../../workflows/accounts/workflows/connect-social-account"
import { removeSocialAccountWorkflow } from "../../../../workflows/accounts/workflows/remove-social-account"
import { updateSocialAccountWorkflow } from "../../../../workflows/accounts/workflows/update-social-account"
import { answerSocialAccount } from "../answer-social-account"
import { refetchSocialAccount } from "../refetch-social-account"
import type { AdminUpdateSocialAccountType } from "../validators"

const PAUSED = "The account is paused. Resume it to go on syncing."

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  await answerSocialAccount(req, res, req.params.id as string)
}

/** Pauses, resumes or renames an account, or gives it a new token. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateSocialAccountType>,
  res: MedusaResponse
) => {
  const id = req.params.id as string
  const { access_token, status, username } = req.validatedBody
  const account = await refetchSocialAccount(id, req.scope, [
    "platform",
    "external_id",
    "status",
    "status_reason",
    "settings",
  ])
  if (access_token) {
    const socialPosts =
      req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const input = await socialPosts.checkAccount({ ...account, access_token })
    await connectSocialAccountWorkflow(req.scope).run({ input })
  } else if (status === "active" && !mayResume(account.status)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `status "active" needs a new access_token: ${account.status_reason ?? "the account is not connected."}`
    )
  }
  if (status || username) {
    await updateSocialAccountWorkflow(req.scope).run({
      input: {
        id,
        username,
        status,
        status_reason: statusReason(status),
      },
    })
  }
  await answerSocialAccount(req, res, id)
}

/** Disconnects an account; `delete_data` removes its posts and history too. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest<{ delete_data?: boolean }>,
  res: MedusaResponse
) => {
  const id = req.params.id as string
  const delete_data = req.validatedBody.delete_data ?? false
  await removeSocialAccountWorkflow(req.scope).run({
    input: { id, delete_data },
  })
  res.json({
    id,
    object: "social_account",
    deleted: true,
    data_deleted: delete_data,
  })
}

const mayResume = (status: string) => status === "active" || status === "paused"

function statusReason(status: "active" | "paused" | undefined) {
  if (!status) {
    return undefined
  }
  return status === "paused" ? PAUSED : null
}
