import { toRecord } from "../coerce"
import type { PlatformCall } from "../contract"
import { PlatformError } from "../errors"
import type { PostListRequest } from "../listing"
import { GRAPH_CODES } from "./error-table"
import type { GraphObject } from "./graph-client"
import { PageSize } from "./page-size"
import { type GraphPage, readPage } from "./paging"

/** The edges give this many entries at most (Instagram), so no walk is longer. */
export const LONGEST_LIST = 10_000

/** A list that goes on and on without an entry is taken for a fault. */
const MOST_EMPTY_PAGES = 25

/** How the posts of an account are asked for. */
export interface ListQuestion {
  /** Name of the edge: `media`. */
  list: string
  /** Largest page. */
  page_size: number
  request: PostListRequest
  /** @param params `limit`, `since` (seconds) and `after`, for the edge */
  read: (params: Record<string, string>) => Promise<unknown>
  idOf: (entry: GraphObject) => string | null
  postedAt: (entry: GraphObject) => Date | null
  /** Says which permission is missing where the account looks as if it were not there. */
  denied?: (error: PlatformError) => PlatformError
}

/** New entries of one page; `next_cursor` is `null` on the last one only. */
export interface ListedEntries {
  entries: GraphObject[]
  next_cursor: string | null
}

/**
 * Walks a list of posts, newest first, each entry once, nothing from before
 * `since`. Always ends with a page whose `next_cursor` is `null`: where the
 * list ends, where a whole page is too old, behind the longest list there is,
 * or when Meta begins to give the same places again.
 *
 * @throws PlatformError `invalid` with code `CURSOR_EXPIRED` when the list does
 *   not go on at the given place
 */
export async function* walkList(
  call: PlatformCall,
  question: ListQuestion
): AsyncGenerator<ListedEntries> {
  const { request, list, page_size, idOf, postedAt } = question
  const size = new PageSize(call, list, page_size)
  const ids = new Set<string>()
  const places = new Set<string>(
    request.cursor === null ? [] : [request.cursor]
  )
  let cursor = request.cursor
  let empty = 0
  do {
    const page = await readAt(cursor, size, question)
    const found = page.data
      .map(toRecord)
      .filter((entry): entry is GraphObject => entry !== null)
    const isOld = (entry: GraphObject) => isBefore(postedAt(entry), request)
    const entries = found.filter((entry) => {
      const id = idOf(entry)
      const wanted = id !== null && !ids.has(id) && !isOld(entry)
      return wanted && ids.add(id)
    })
    const ended =
      (found.length > 0 && found.every(isOld)) ||
      ids.size >= LONGEST_LIST ||
      (page.after !== null && places.has(page.after))
    cursor = ended ? null : page.after
    empty = found.length === 0 ? empty + 1 : 0
    if (cursor !== null) {
      places.add(cursor)
      refuseEndless(empty)
    }
    yield { entries, next_cursor: cursor }
  } while (cursor !== null)
}

async function readAt(
  after: string | null,
  size: PageSize,
  { read, request: { since }, denied }: ListQuestion
): Promise<GraphPage> {
  try {
    return readPage(
      await size.ask((limit) =>
        read({
          limit: String(limit),
          ...(since && { since: String(Math.floor(since.getTime() / 1000)) }),
          ...(after !== null && { after }),
        })
      )
    )
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    if (after !== null && error.code === GRAPH_CODES.end_of_list) {
      return { data: [], after: null }
    }
    if (error.kind === "gone") {
      throw denied && error.code === GRAPH_CODES.unreadable
        ? denied(error)
        : hidden(error)
    }
    throw after !== null && isAboutPlace(error) ? expired(error) : error
  }
}

/** A request that was understood without a place in the list, and not with it. */
function isAboutPlace({ kind, code }: PlatformError): boolean {
  return kind === "invalid" && code === GRAPH_CODES.unclear_parameter
}

function expired(cause: PlatformError): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "post",
    code: GRAPH_CODES.expired_cursor,
    message:
      "The place in the list where reading stopped is no longer known. The list is read again from its beginning.",
    cause,
  })
}

/** Also seen while Meta limits calls, so nothing is concluded from it. */
function hidden(cause: PlatformError): PlatformError {
  return new PlatformError({
    kind: "transient",
    scope: "account",
    code: cause.code,
    message:
      "The account's list of posts cannot be read at the moment. It is tried again later; if this goes on, check the account.",
    cause,
  })
}

function isBefore(posted: Date | null, { since }: PostListRequest): boolean {
  return since !== null && posted !== null && posted < since
}

function refuseEndless(empty: number): void {
  if (empty >= MOST_EMPTY_PAGES) {
    throw new PlatformError({
      kind: "transient",
      scope: "account",
      code: "endless_list",
      message:
        "The platform's list of posts goes on without any posts. It is tried again later.",
    })
  }
}
