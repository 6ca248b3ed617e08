import type { ImportProblem } from "../types/imports"

/** How many problems a walk keeps. */
const PROBLEMS_KEPT = 100

/** Adds a problem to the first ones; the last one stays too, it may be the end. */
export const addProblem = (
  problems: ImportProblem[],
  problem: ImportProblem
): ImportProblem[] => [...problems.slice(0, PROBLEMS_KEPT - 1), problem]
