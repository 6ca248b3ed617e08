import { CURSOR_EXPIRED } from "../../../platform-kit"
import type { ImportProblem } from "../types/imports"

/** How many problems a walk keeps. */
const PROBLEMS_KEPT = 100

/**
 * Adds a problem to the first ones; the last one stays too, it may be the end.
 * New beginnings stay as well: a walk may have but a few, so they are counted.
 */
export function addProblem(
  problems: ImportProblem[],
  problem: ImportProblem
): ImportProblem[] {
  if (problems.length < PROBLEMS_KEPT) {
    return [...problems, problem]
  }
  const canGo = problems.map(({ code }) => code !== CURSOR_EXPIRED)
  const dropped = canGo.lastIndexOf(true)
  return [...problems.filter((_, index) => index !== dropped), problem]
}
