import type { CommentRequest, KnownComment } from "./contract"

/**
 * Follows whether a reading that goes back from the newest comment has met all
 * that changed since the last one. A reply to an old comment does not move it
 * up, and a comment that was deleted leaves no trace: only the platform's count
 * tells that one has to look further back.
 */
export class CommentChanges {
  private met_ = 0
  private readonly roots_ = new Set<string>()
  private replies_: ReadonlyMap<string, number> | null = null
  private readonly known_: ReadonlyMap<string, KnownComment>
  /** How many there should be more than before; none when not known. */
  private readonly expected_: readonly number[]

  constructor({ post, count, known }: CommentRequest) {
    this.known_ = known ?? new Map()
    if (!known || typeof count !== "number") {
      this.expected_ = []
      return
    }
    const unknown = count - known.size
    // Some platforms count comments that they do not give: then only the
    // difference to the last reading explains it. Without a difference the
    // numbers may have been read since, without the comments.
    const gain = count - (post.known.comments ?? count)
    this.expected_ = gain === 0 ? [unknown] : [unknown, gain]
  }

  /** Takes a comment that came, and how many replies below it are not given. */
  meet(id: string, parentId: string | null, replies = 0): void {
    this.met_ += 1 + replies
    if (parentId === null) {
      this.roots_.add(id)
    }
  }

  /** How many direct replies of a comment are stored. */
  knownReplies(id: string): number {
    this.replies_ ??= countReplies(this.known_)
    return this.replies_.get(id) ?? 0
  }

  /**
   * Whether what came, all of it later than `from`, explains the platform's
   * count. True as well where there is nothing to compare.
   */
  areMet(from: Date | null): boolean {
    if (this.expected_.length === 0) {
      return true
    }
    const before = [...this.known_.keys()].filter((id) => this.isMet_(id, from))
    return this.expected_.includes(this.met_ - before.length)
  }

  private isMet_(id: string, from: Date | null): boolean {
    const root = rootOf(this.known_, id)
    if (this.roots_.has(root)) {
      return true
    }
    const time = this.known_.get(root)?.created_at
    return !from || (time !== undefined && time !== null && time > from)
  }
}

/** The id a comment hangs below in the end; its own when it stands alone. */
function rootOf(known: ReadonlyMap<string, KnownComment>, id: string): string {
  const passed = new Set<string>()
  let root = id
  while (!passed.has(root)) {
    passed.add(root)
    root = known.get(root)?.parent_id ?? root
  }
  return root
}

function countReplies(
  known: ReadonlyMap<string, KnownComment>
): Map<string, number> {
  const replies = new Map<string, number>()
  for (const { parent_id } of known.values()) {
    if (parent_id !== null) {
      replies.set(parent_id, (replies.get(parent_id) ?? 0) + 1)
    }
  }
  return replies
}
