import { z } from "@medusajs/framework/zod"
import { text } from "../../../utils/validators"

const name = text.trim().min(1).max(255)

export const AdminAuthorizeSocialAccount = z.strictObject({
  platform: name,
  /** Way of connecting (`connection_flows` of the platform). */
  flow: name.optional(),
  /** The admin's page that takes the answer. */
  redirect_uri: text.min(1).max(2048),
  /** The account that is connected again. */
  account_id: name.optional(),
})
export type AdminAuthorizeSocialAccountType = z.infer<
  typeof AdminAuthorizeSocialAccount
>

/** However much a platform says: a person reads the beginning. */
const shortened = text.transform((said) => said.slice(0, 500))

/** What the platform added to the address of the callback page. */
export const AdminSocialAccountCallback = z
  .strictObject({
    state: text.min(1).max(512),
    code: text.min(1).max(4096).optional(),
    error: text.min(1).max(255).optional(),
    error_reason: shortened.optional(),
    error_description: shortened.optional(),
  })
  .refine(({ code, error }) => (code === undefined) !== (error === undefined), {
    error: "Give the code or the error of the consent page",
  })
export type AdminSocialAccountCallbackType = z.infer<
  typeof AdminSocialAccountCallback
>

/** Most accounts that are connected in one go. */
const MOST_CHOSEN = 100

export const AdminChooseSocialAccounts = z.strictObject({
  external_ids: z.array(text.min(1).max(255)).min(1).max(MOST_CHOSEN),
})
export type AdminChooseSocialAccountsType = z.infer<
  typeof AdminChooseSocialAccounts
>
