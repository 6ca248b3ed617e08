import { unknownPath } from "./errors"

/** Versions that answer in the sandbox's present (meta-common §1). */
export const VERSIONS = ["v22.0", "v23.0", "v24.0", "v25.0", "v26.0"]
export const NEWEST_VERSION = "v26.0"

export interface GraphTarget {
  /** `/v26.0`, or empty when the url names none. */
  version: string
  /** `me`, an id, an alias, or empty for the root. */
  subject: string
  /** Edge below the subject. */
  edge?: string
}

/** Splits a path; a version that does not exist makes the rest unknown. */
export function parseTarget(raw_path: string): GraphTarget {
  const parts = raw_path
    .split("/")
    .filter(Boolean)
    .map((part) => {
      try {
        return decodeURIComponent(part)
      } catch {
        return part
      }
    })
  let version = ""
  if (/^v\d+(\.\d+)?$/.test(parts[0] ?? "")) {
    const named = parts.shift() as string
    if (!VERSIONS.includes(named)) {
      throw unknownPath(`/${parts.join("/")}`)
    }
    version = `/${named}`
  }
  if (parts.length > 2) {
    throw unknownPath(`/${parts.slice(2).join("/")}`)
  }
  const [subject = "", edge] = parts
  return { version, subject, ...(edge === undefined ? {} : { edge }) }
}
