import { z } from "@medusajs/framework/zod"
import type { PlatformAccount } from "../../platform-kit"

/** Which login a token comes from; it decides host and metrics. */
export const LOGINS = ["instagram", "facebook"] as const

export type InstagramLogin = (typeof LOGINS)[number]

export const instagramSettingsSchema = z.object({
  login: z.enum(LOGINS, {
    error:
      'expected "instagram" (Instagram login, token starts with IG) or "facebook" (Facebook login, through the linked Page)',
  }),
  /** The Page it is linked to, where the login tells. */
  page_id: z.string().regex(/^\d+$/, "expected digits").optional(),
})

/** The login of an account whose settings were checked when it was connected. */
export function loginOf({
  settings,
}: Pick<PlatformAccount, "settings">): InstagramLogin {
  return settings.login === "facebook" ? "facebook" : "instagram"
}
