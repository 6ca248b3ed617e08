/** What decides where a comment stands. */
export interface PlacedComment {
  id: string
  platform_comment_id: string
  parent_id: string | null
}

/**
 * Puts each comment below the top-level one it hangs on, whatever the depth,
 * in the order they come. Top-level is what answers nothing that is there, and
 * each of the comments that answer each other in a circle. Takes one look at
 * each comment, however they hang.
 */
export function placeComments<T extends PlacedComment>(
  comments: readonly T[]
): Map<T, T[]> {
  const roots = rootsOf(comments)
  const threads = new Map<T, T[]>()
  for (const comment of comments) {
    if (roots.get(comment) === comment) {
      threads.set(comment, [])
    }
  }
  for (const comment of comments) {
    const root = roots.get(comment) as T
    if (root !== comment) {
      threads.get(root)?.push(comment)
    }
  }
  return threads
}

function rootsOf<T extends PlacedComment>(comments: readonly T[]): Map<T, T> {
  const byPlatformId = new Map(
    comments.map((comment) => [comment.platform_comment_id, comment])
  )
  const roots = new Map<T, T>()
  for (const comment of comments) {
    // Upwards until the top, a comment that is placed, or one met before.
    const path = new Set<T>()
    let top = comment
    let next: T | undefined = comment
    while (next && !path.has(next) && !roots.has(next)) {
      path.add(next)
      top = next
      next = byPlatformId.get(next.parent_id ?? "")
    }
    const root = next ? (roots.get(next) ?? next) : top
    let inCircle = false
    for (const one of path) {
      inCircle ||= one === next
      roots.set(one, inCircle ? one : root)
    }
  }
  return roots
}
