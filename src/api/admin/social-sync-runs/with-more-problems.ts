interface Run {
  partial: number
  failed: number
  problems: { post_id?: string; status: string; more?: number }[] | null
}

/**
 * A run with `more_problems`: how many posts had trouble beyond those whose
 * `problems` are kept.
 */
export function withMoreProblems<T extends Partial<Run>>(run: T) {
  const { partial = 0, failed = 0 } = run
  const problems = (run.problems ?? []).filter(({ post_id }) => post_id)
  const told = problems.filter(({ status }) => status !== "skipped").length
  const skipped = problems.reduce((sum, { more = 0 }) => sum + more, 0)
  const more_problems = Math.max(0, partial + failed - told) + skipped
  return { ...run, more_problems }
}
