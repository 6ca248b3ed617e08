import type { ApiVersion } from "../../platform-kit"

/**
 * UTC days on which LinkedIn shuts versions off, as far as it tells them.
 * https://learn.microsoft.com/en-us/linkedin/marketing/integrations/migrations
 */
const ENDS_ON: Readonly<Record<string, string>> = {
  "202504": "2026-04-15",
  "202505": "2026-05-15",
  "202506": "2026-06-15",
  "202507": "2026-07-15",
  "202508": "2026-08-17",
  "202510": "2026-10-15",
  "202511": "2026-11-16",
  "202601": "2027-01-15",
  "202602": "2027-02-15",
  "202603": "2027-03-16",
}

/** A version and its end, as far as LinkedIn has told it. */
export function linkedinVersion(version: string): ApiVersion {
  return { version, ends_on: ENDS_ON[version] ?? null }
}
