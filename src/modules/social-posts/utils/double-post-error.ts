import { MedusaError } from "@medusajs/framework/utils"

/** 400: a post of the account has the id already; `owner` says which. */
export const doublePostError = (
  platformPostId: string | null | undefined,
  owner = "another post"
) =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `platform_post_id "${platformPostId}" is already stored for this account, as ${owner}.`
  )
