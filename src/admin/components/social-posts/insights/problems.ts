import type { PostInsights } from "../../../types/http"

/**
 * What a merchant is told went wrong: what the last sync stored, and what was
 * answered to a click, unless that only says the same again.
 */
export function problemsOf(
  stored: readonly string[],
  answered: string | null
): string[] {
  const isSaid =
    answered !== null &&
    stored.length > 0 &&
    stored.every((problem) => answered.includes(problem))
  return answered !== null && !isSaid ? [answered, ...stored] : [...stored]
}

/** Why comments could not be read, without the part's name. */
export function commentsProblem(
  insights: Pick<PostInsights, "sync_errors"> | null
): string | null {
  const part = "Comments: "
  const found = insights?.sync_errors?.find((error) => error.startsWith(part))
  return found ? found.slice(part.length) : null
}

/** Whether a new connection of the account is what a sentence asks for. */
export const asksToReconnect = (problems: readonly string[]): boolean =>
  problems.some((problem) => /reconnect/i.test(problem))
