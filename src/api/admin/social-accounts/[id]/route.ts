import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../modules/social-posts/service"
import type { AccountSettings } from "../../../../modules/social-posts/sql/account-settings"
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

/**
 * Pauses, resumes or renames an account, sets what is read of it and how often,
 * or gives it a new token. Everything is checked before anything is written.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateSocialAccountType>,
  res: MedusaResponse
) => {
  const id = req.params.id as string
  const { access_token, status, username, ...sync } = req.validatedBody
  const account = await refetchSocialAccount(id, req.scope, [
    "platform",
    "external_id",
    "status",
    "status_reason",
    "settings",
  ])
  const socialPosts =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const input =
    access_token &&
    (await socialPosts.checkAccount({ ...account, access_token }))
  if (!input && status && !isConnected(account.status)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `status "${status}" needs a new access_token: ${account.status_reason ?? "the account is not connected."}`
    )
  }
  const change = (settings: AccountSettings) =>
    updateSocialAccountWorkflow(req.scope).run({ input: { id, ...settings } })
  if (Object.keys(sync).length > 0) {
    await change(sync)
  }
  if (input) {
    await connectSocialAccountWorkflow(req.scope).run({ input })
  }
  if (status || username) {
    await change({ username, status, status_reason: statusReason(status) })
  }
  await answerSocialAccount(req, res, id)
}

/**
 * Disconnects an account; `delete_data` removes everything that is kept of it.
 * `revoked` says whether the platform took the access back: `null` when there
 * is no such call or other accounts need the grant, `false` with a
 * `revocation_problem` when it failed. The tokens are deleted here in any case.
 */
export const DELETE = async (
  req: AuthenticatedMedusaRequest<{ delete_data?: boolean }>,
  res: MedusaResponse
) => {
  const id = req.params.id as string
  const delete_data = req.validatedBody.delete_data ?? false
  const { result } = await removeSocialAccountWorkflow(req.scope).run({
    input: { id, delete_data },
  })
  res.json({
    id,
    object: "social_account",
    deleted: true,
    data_deleted: delete_data,
    revoked: result.revoked,
    revocation_problem: result.revocation_problem,
  })
}

const isConnected = (status: string) =>
  status === "active" || status === "paused"

function statusReason(status: "active" | "paused" | undefined) {
  if (!status) {
    return undefined
  }
  return status === "paused" ? PAUSED : null
}
