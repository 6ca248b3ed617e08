interface Import {
  found: number
  oldest_posted_at: Date | string | null
  since: Date | string | null
}

/** An import with how many posts it has found, how far back it is and goes. */
export function withProgress<T extends Partial<Import>>(row: T) {
  const { found = 0, oldest_posted_at = null, since = null } = row
  return { ...row, progress: { posts: found, oldest_posted_at, since } }
}
