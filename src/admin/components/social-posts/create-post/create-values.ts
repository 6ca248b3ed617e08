import type { CreateSocialPostBody } from "../../../hooks/api/social-posts"

export const STATUSES = ["posted", "scheduled", "draft"] as const

export interface CreateValues {
  account_id: string
  status: CreateSocialPostBody["status"]
  platform_post_id: string
  caption: string
}

export function toBody({
  account_id,
  status,
  platform_post_id,
  caption,
}: CreateValues): CreateSocialPostBody {
  const id = platform_post_id.trim()
  return {
    account_id,
    status,
    ...(id && { platform_post_id: id }),
    ...(caption.trim() && { caption }),
  }
}

/** The field that a refusal of the server is about; `null` for none. */
export function fieldOf(message: string): keyof CreateValues | null {
  if (/\baccount_id\b/.test(message)) {
    return "account_id"
  }
  if (/\bcaption\b/.test(message)) {
    return "caption"
  }
  return /\bplatform_post_id\b|\bid\b|\burn:li:/i.test(message)
    ? "platform_post_id"
    : null
}
