import type { Sandbox } from "../../platform-sandbox"

type Entry = ReturnType<Sandbox["ledger"]["entries"]>[number]

/**
 * The ids that were asked for, by question: one sync asks a platform up to two
 * different things of a post (X: public and owner-only numbers), and may ask
 * each of them once.
 */
export function fetchesOf(entries: readonly Entry[]): Record<string, string[]> {
  const fetches: Record<string, string[]> = {}
  for (const entry of entries) {
    const ids = idsOf(entry)
    if (ids.length > 0) {
      ;(fetches[questionOf(entry)] ??= []).push(...ids)
    }
  }
  return fetches
}

function idsOf({ ids, query }: Entry): string[] {
  return ids ?? new URLSearchParams(query).get("ids")?.split(",") ?? []
}

function questionOf({ platform, path, query }: Entry): string {
  const ownerOnly = query.includes("non_public_metrics") ? " owner-only" : ""
  return `${platform} ${path}${ownerOnly}`
}
