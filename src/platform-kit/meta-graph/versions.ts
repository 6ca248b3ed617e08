import type { ApiVersion } from "../connecting"

/**
 * UTC days on which Meta shuts versions of the Graph API off; those without a
 * day are not announced yet.
 * https://developers.facebook.com/docs/graph-api/changelog
 */
const ENDS_ON: Readonly<Record<string, string>> = {
  "v20.0": "2026-09-24",
  "v21.0": "2027-01-21",
  "v22.0": "2027-05-20",
  "v23.0": "2027-10-08",
  "v24.0": "2028-02-18",
  "v25.0": "2028-07-29",
}

/** A version and its end, as far as Meta has announced it. */
export function graphVersion(version: string): ApiVersion {
  return { version, ends_on: ENDS_ON[version] ?? null }
}
