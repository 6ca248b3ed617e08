interface Run {
  partial: number
  failed: number
  problems: { post_id?: string }[] | null
}

/**
 * A run with `more_problems`: how many posts had trouble beyond those whose
 * `problems` are kept.
 */
export function withMoreProblems<T extends Partial<Run>>(run: T) {
  const { partial = 0, failed = 0, problems } = run
  const told = (problems ?? []).filter(({ post_id }) => post_id).length
  return { ...run, more_problems: Math.max(0, partial + failed - told) }
}
