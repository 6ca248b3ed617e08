import type { ImportCandidate } from "../sql/import-candidates"
import type { ImportRow } from "../types/imports"
import type { MatchedPost } from "./match-posts"
import { isWanted } from "./plan-walk"

export type ImportMatch = MatchedPost<ImportCandidate>

export interface ChosenPosts {
  /** Seen for the first time in this walk. */
  taken: ImportMatch[]
  /** Seen before; only their numbers come now. */
  late: ImportMatch[]
  /** The walk's limit is reached. */
  full: boolean
}

/**
 * What a walk takes of a page: posts it has not seen yet, up to its limit.
 * Repeated ones count once; numbers that come with the repetition are taken.
 */
export function choosePosts(
  walk: ImportRow,
  matches: readonly ImportMatch[]
): ChosenPosts {
  const room = walk.limit === null ? Infinity : walk.limit - walk.found
  const taken: ImportMatch[] = []
  const late: ImportMatch[] = []
  for (const match of matches) {
    const { listed, known } = match
    if (known?.listed_by === walk.id) {
      if (listed.reading && known.last_run_id !== walk.id) {
        late.push(match)
      }
    } else if (taken.length < room && isWanted(walk, listed, known !== null)) {
      taken.push(match)
    }
  }
  return { taken, late, full: taken.length >= room }
}
