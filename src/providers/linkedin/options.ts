import { z } from "@medusajs/framework/zod"
import { platformOptionsSchema } from "../../platform-kit"
import {
  DEFAULT_SCOPES,
  MEMBER_NUMBERS_SCOPE,
  PAGE_ADMIN_SCOPE,
  SIGN_IN_SCOPES,
} from "./scope-names"

/**
 * The version calls are made with. LinkedIn has no default and shuts each
 * version off after about a year.
 * https://learn.microsoft.com/en-us/linkedin/marketing/versioning
 */
export const LINKEDIN_API_VERSION = "202609"

/** Options of the LinkedIn platform. */
export const linkedinOptionsSchema = platformOptionsSchema.extend({
  base_url: z.url().default("https://api.linkedin.com"),
  /** Host of the consent page and of the token endpoints. */
  oauth_base_url: z.url().default("https://www.linkedin.com"),
  /**
   * What the consent page asks for. Keep it as it is once members have
   * connected: another set ends all their earlier tokens, those of other
   * programs with the same app included.
   */
  scopes: z
    .array(z.string().regex(/^\w+$/, 'expected names such as "openid"'))
    .refine(
      (scopes) =>
        scopes.includes(PAGE_ADMIN_SCOPE) ||
        scopes.includes(MEMBER_NUMBERS_SCOPE),
      `expected ${PAGE_ADMIN_SCOPE} (pages) or ${MEMBER_NUMBERS_SCOPE} (people) among them`
    )
    .refine(
      (scopes) =>
        !scopes.includes(MEMBER_NUMBERS_SCOPE) ||
        SIGN_IN_SCOPES.every((name) => scopes.includes(name)),
      `expected ${SIGN_IN_SCOPES.join(" and ")} beside ${MEMBER_NUMBERS_SCOPE}: they tell whose numbers they are`
    )
    .default([...DEFAULT_SCOPES]),
  /** Where people read posts; only for permalinks. */
  web_url: z.url().default("https://www.linkedin.com"),
  api_version: z
    .string()
    .regex(
      /^20\d{2}(0[1-9]|1[0-2])$/,
      'expected a year and a month such as "202609"'
    )
    .default(LINKEDIN_API_VERSION),
  /**
   * Apps of the Development tier may not read in batches. Most posts that one
   * reading then asks for one by one; the others keep their reactions.
   */
  max_single_reads: z.number().int().nonnegative().default(40),
})

export type LinkedInOptions = z.infer<typeof linkedinOptionsSchema>

/** What a merchant states about a LinkedIn account. */
export const linkedinSettingsSchema = z.object({
  /** A company page, or a person's profile. */
  kind: z.enum(["organization", "member"], {
    error: 'expected "organization" (a page) or "member" (a person)',
  }),
})

/** Whose posts an account stands for. */
export type AccountKind = z.infer<typeof linkedinSettingsSchema>["kind"]

/** Where apps are made, and the page about it in this package. */
export const APP_SETUP = {
  portal_url: "https://www.linkedin.com/developers/apps",
  guide: "medusa-plugin-social-insights/docs/connect/linkedin.md",
}
