import type { PostInsights } from "../../../types/http"

export interface PlatformRow {
  /** The platform's own name, nested ones with dots. */
  name: string
  value: string | number | boolean | null
}

/** The platform's own names and values, whichever platform it is. */
export function platformRows(insights: PostInsights): PlatformRow[] {
  const block = Object.entries(insights).find(
    ([key, value]) => key.endsWith("_insights") && isObject(value)
  )
  return block ? flatten(block[1] as object) : []
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null

function flatten(block: object, prefix = ""): PlatformRow[] {
  return Object.entries(block).flatMap(([key, value]): PlatformRow[] => {
    const name = prefix + key
    if (isObject(value)) {
      return flatten(value, `${name}.`)
    }
    return [{ name, value: value as PlatformRow["value"] }]
  })
}
