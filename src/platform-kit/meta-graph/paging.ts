import { toArray, toRecord, toText } from "../coerce"
import { PlatformError } from "../errors"
import { GRAPH_CODES } from "./error-table"

/** One page of an edge. */
export interface GraphPage {
  data: unknown[]
  /** Where the next page starts; `null` on the last one. */
  after: string | null
}

/**
 * Reads `{ data, paging }`. Only a missing `paging.next` ends a list: short and
 * empty pages can have one, and the last page has a cursor too. `next` itself
 * holds the token, so only the cursor is taken.
 * https://developers.facebook.com/docs/graph-api/results
 */
export function readPage(edge: unknown): GraphPage {
  const record = toRecord(edge)
  const paging = toRecord(record?.paging)
  const next = toText(paging?.next)
  return {
    data: toArray(record?.data),
    after: next
      ? (toText(toRecord(paging?.cursors)?.after) ?? afterIn(next))
      : null,
  }
}

/** The pages after one whose last cursor is known; ends on a repeated cursor. */
export async function* pagesAfter(
  after: string | null,
  read: (after: string) => Promise<unknown>
): AsyncGenerator<GraphPage> {
  const seen = new Set<string>()
  let cursor = after
  while (cursor !== null && !seen.has(cursor)) {
    seen.add(cursor)
    const page = await readOrEnd(cursor, read)
    if (!page) {
      return
    }
    yield page
    cursor = page.after
  }
}

async function readOrEnd(
  cursor: string,
  read: (after: string) => Promise<unknown>
): Promise<GraphPage | null> {
  try {
    return readPage(await read(cursor))
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    if (error.code === GRAPH_CODES.end_of_list) {
      return null
    }
    throw error
  }
}

function afterIn(next: string): string | null {
  return URL.canParse(next) ? new URL(next).searchParams.get("after") : null
}
