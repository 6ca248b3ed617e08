import type { ImportSocialAccountBody } from "../../../hooks/api/social-imports"

/** How far back an import goes. */
export const REACHES = ["month", "year", "all"] as const

export type Reach = (typeof REACHES)[number]

export interface ImportValues {
  reach: Reach
  /** As it was typed; empty for no bound. */
  limit: string
}

export const USUAL: ImportValues = { reach: "year", limit: "1000" }

const DAY_MS = 86_400_000
const DAYS: Record<Exclude<Reach, "all">, number> = { month: 30, year: 365 }

/** Whole numbers from 1 on, or nothing. */
export const isAllowedLimit = (typed: string): boolean =>
  typed.trim() === "" ||
  (Number.isSafeInteger(Number(typed)) && Number(typed) >= 1)

/** What the server understands; it walks all of the way that was chosen. */
export const toBody = (
  { reach, limit }: ImportValues,
  now = Date.now()
): ImportSocialAccountBody => ({
  since:
    reach === "all" ? null : new Date(now - DAYS[reach] * DAY_MS).toISOString(),
  limit: limit.trim() === "" ? null : Number(limit),
  full: true,
})
