import type { ListedPost } from "../../../platform-kit"
import type { ImportKind, ImportRow } from "../types/imports"

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** Walks for new posts list this much of what is known again, for late items. */
export const OVERLAP_MS = 2 * DAY

/** A list may lag behind what was published a moment ago. */
const LIST_LAG_MS = HOUR

/** Where a walk for new posts ends. */
export function sinceOfNewWalk(
  newestKnown: Date | null,
  importedSince: Date | null
): Date | null {
  return newestKnown
    ? new Date(newestKnown.getTime() - OVERLAP_MS)
    : importedSince
}

/** Whether a walk takes a post that the platform lists. */
export function isWanted(
  walk: Pick<ImportRow, "kind" | "since" | "imported_since">,
  listed: ListedPost,
  isKnown: boolean
): boolean {
  const { posted_at } = listed.details
  if (!posted_at || walk.kind === "stories") {
    return true
  }
  if (walk.kind === "full") {
    return !walk.since || posted_at >= walk.since
  }
  // What is known comes with numbers for nothing.
  return isKnown || !walk.imported_since || posted_at >= walk.imported_since
}

/** A page of a walk, as far as its end is judged. */
export interface WalkedPage {
  posts: readonly ListedPost[]
  next_cursor: string | null
  /** Whether a row from before this walk stands for the post, or none is wanted. */
  isOld: (post: ListedPost) => boolean
  /** The walk's limit is reached. */
  full: boolean
}

/** Whether a walk has reached its end with this page. Pure. */
export function endsWalk(
  { kind, since }: Pick<ImportRow, "kind" | "since">,
  { posts, next_cursor, isOld, full }: WalkedPage
): boolean {
  if (next_cursor === null || full) {
    return true
  }
  if (!since || posts.length === 0) {
    return false
  }
  const isBefore = (bound: Date) =>
    posts.every(
      ({ details }) => details.posted_at && details.posted_at <= bound
    )
  return kind === "new"
    ? isBefore(new Date(since.getTime() + OVERLAP_MS)) && posts.every(isOld)
    : posts.every(
        ({ details }) => details.posted_at && details.posted_at < since
      )
}

/**
 * Whether a walk that reached its end may have left out posts between those it
 * saw and those known before: its limit ended a walk for new posts, or one back
 * in time that met nothing known. The first walk of an account cannot. Pure.
 */
export function leavesGap({
  kind,
  limit,
  found,
  updated,
  imported_since,
}: Pick<
  ImportRow,
  "kind" | "limit" | "found" | "updated" | "imported_since"
>): boolean {
  return kind === "new"
    ? limit !== null && found >= limit
    : kind === "full" && imported_since !== null && updated === 0 && found > 0
}

/** The part of a list that was read for certain. */
export interface ReadRange {
  /** Posts from after this … */
  after: Date
  /** … and before this were to be listed. */
  before: Date
}

/**
 * Where a walk that reached its end may tell what is missing; `null` when it
 * listed nothing. What was posted at the very edge may stand on the next page.
 */
export function rangeRead(
  walk: Pick<ImportRow, "found" | "oldest_posted_at" | "started_at"> & {
    kind: ImportKind
  }
): ReadRange | null {
  const before = new Date(walk.started_at.getTime() - LIST_LAG_MS)
  const { kind, found, oldest_posted_at: after } = walk
  return kind !== "stories" && found > 0 && after && after < before
    ? { after, before }
    : null
}
