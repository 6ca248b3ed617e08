/**
 * A platform's number as a number: numbers and numeric strings count, anything
 * else (absent, `null`, objects, "n/a") is unknown. Never 0 by default.
 */
export function toNumber(value: unknown): number | null {
  if (typeof value === "number") {
    return Number.isFinite(value) ? value : null
  }
  if (typeof value === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(value)) {
    return Number(value)
  }
  return null
}

/** Ids are strings, always; a small id that came as a number is kept. */
export function toId(value: unknown): string | null {
  if (typeof value === "string" && value.length > 0) {
    return value
  }
  return typeof value === "number" && Number.isSafeInteger(value)
    ? String(value)
    : null
}

export function toText(value: unknown): string | null {
  return typeof value === "string" ? value : null
}

/**
 * A platform's time (ISO with or without colon in the offset, or epoch
 * milliseconds, as a text too) as a Date; `null` when it is not one.
 */
export function toDate(value: unknown): Date | null {
  if (typeof value !== "string" && typeof value !== "number") {
    return null
  }
  const date = new Date(
    typeof value !== "string"
      ? value
      : /^\d{12,}$/.test(value)
        ? Number(value)
        : value.replace(/([+-]\d{2})(\d{2})$/, "$1:$2")
  )
  return Number.isNaN(date.getTime()) ? null : date
}

/** Plain object or nothing: arrays and `null` are not objects here. */
export function toRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

/** The entries of an array; a missing or malformed array has none. */
export function toArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Hashtags of a caption, lower case, without the sign, each once. */
export function hashtagsOf(caption: string | null): string[] {
  const found = caption?.match(/#[\p{L}\p{M}\p{N}_]+/gu) ?? []
  return [...new Set(found.map((tag) => tag.slice(1).toLowerCase()))]
}

/**
 * Names that a caption mentions, as they are written there, without the sign,
 * each once. An e-mail address mentions nobody.
 */
export function mentionsOf(caption: string | null): string[] {
  const found =
    caption?.match(
      /(?<![\p{L}\p{N}_.@/-])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?/gu
    ) ?? []
  const names = new Map<string, string>()
  for (const sign of found) {
    const name = sign.slice(1)
    const key = name.toLowerCase()
    names.set(key, names.get(key) ?? name)
  }
  return [...names.values()]
}
