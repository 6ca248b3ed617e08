import { invalidCursor, invalidParameter, reduceData } from "./errors"
import { writeFields } from "./fields"
import { EdgeCall, GraphContext, NodeType } from "./graph"
import { renderNode, weight } from "./render"

export interface ListOptions<T> {
  /** Path of the edge without version, e.g. `179…/comments`. */
  path: string
  account_id: string
  type: NodeType<T>
  idOf(item: T): string
  /**
   * What the list is sorted by, falling: a place in it outlives the item it was
   * made from. Without it a deleted item takes its place with it.
   */
  orderOf?(item: T): number
  default_limit: number
  max_limit: number
  /** What a limit above the maximum does. */
  over: "refuse" | "clamp"
  /** Instagram comment pages: no `before`, and no `paging` on the last page. */
  bare_end?: boolean
}

/** A place between two items; `gap` is an empty page that follows the item. */
interface Place {
  id: string
  /** Cursors of an earlier era have expired. */
  era: number
  order?: number
  gap?: true
}

const START = "start"

const encode = (place: Place) =>
  Buffer.from(`p:${JSON.stringify(place)}`).toString("base64url")

/** The cursor's place; undefined when it is none of ours. */
function decode(cursor: string | undefined): Place | undefined {
  const text = Buffer.from(cursor ?? "", "base64url").toString("utf8")
  try {
    return text.startsWith("p:")
      ? (JSON.parse(text.slice(2)) as Place)
      : undefined
  } catch {
    return undefined
  }
}

function readLimit<T>(text: string | undefined, options: ListOptions<T>) {
  if (text === undefined) {
    return options.default_limit
  }
  if (!/^\d+$/.test(text)) {
    throw invalidParameter("Param limit must be an integer")
  }
  const limit = Number(text)
  if (limit > options.max_limit && options.over === "refuse") {
    throw invalidParameter(
      `Param limit must be a number that does not exceed ${options.max_limit}`
    )
  }
  return Math.min(limit, options.max_limit)
}

function link<T>(
  context: GraphContext,
  call: EdgeCall,
  options: ListOptions<T>,
  limit: number,
  cursor: Record<string, string>
): string {
  const query = new URLSearchParams({ access_token: context.token.token })
  if (call.fields) {
    query.set("fields", writeFields(call.fields))
  }
  for (const [name, value] of Object.entries(call.params)) {
    if (!["after", "before", "limit"].includes(name)) {
      query.set(name, value)
    }
  }
  query.set("pretty", "0")
  query.set("limit", String(limit))
  for (const [name, value] of Object.entries(cursor)) {
    query.set(name, value)
  }
  return `${context.base_url}${context.version}/${options.path}?${query}`
}

/** Index of the last item before the place, -1 at the start. */
function position<T>(
  items: T[],
  cursor: string,
  context: GraphContext,
  options: ListOptions<T>
): number {
  const { account_id, idOf, orderOf } = options
  const place = decode(cursor)
  if (place === undefined) {
    throw invalidParameter("Invalid parameter")
  }
  if (place.era !== context.situations.cursorEra(account_id)) {
    throw invalidCursor()
  }
  if (place.id === START) {
    return -1
  }
  const index = items.findIndex((item) => idOf(item) === place.id)
  const { order } = place
  if (index < 0 && orderOf && order !== undefined) {
    const next = items.findIndex((item) => orderOf(item) < order)
    return (next < 0 ? items.length : next) - 1
  }
  if (index < 0) {
    throw invalidParameter("After Cursor specified exceeds the max limit")
  }
  return index
}

/** One page of a list, with cursors and absolute links (meta-common §7.1). */
export function renderList<T>(
  items: T[],
  call: EdgeCall,
  context: GraphContext,
  options: ListOptions<T>
) {
  const { situations } = context
  const { after, before } = call.params
  const limit = readLimit(call.params.limit, options)
  if (limit * weight(call.fields) > situations.heavy(options.account_id)) {
    throw reduceData()
  }
  const oddity = situations.listOddity(options.account_id)
  const era = situations.cursorEra(options.account_id)
  const placeOf = (item: T, gap?: true) =>
    encode({
      id: options.idOf(item),
      era,
      ...(options.orderOf && { order: options.orderOf(item) }),
      ...(gap && { gap }),
    })
  const empty = (cursor: string) => {
    const next = link(context, call, options, limit, { after: cursor })
    return { data: [], paging: { cursors: { after: cursor }, next } }
  }
  if (oddity === "empty_page" && !after && limit > 0 && items.length) {
    return empty(encode({ id: START, era }))
  }

  let from = 0
  if (after !== undefined) {
    const last = position(items, after, context, options)
    const gone_by = items[last]
    if (decode(after)?.gap && gone_by) {
      return empty(placeOf(gone_by))
    }
    // An item can appear again on the next page while posts are published.
    const repeat = oddity === "overlap" && last >= 0 && limit > 1 ? 1 : 0
    from = last + 1 - repeat
  } else if (before !== undefined) {
    from = Math.max(0, position(items, before, context, options) - limit)
  }
  const page = items.slice(from, from + limit)
  const more = limit > 0 && from + limit < items.length
  const inner: GraphContext = {
    ...context,
    via: "indirect",
    depth: context.depth + 1,
  }
  const data = page.map((item) =>
    renderNode(options.type, item, call.fields, inner)
  )
  const first = page[0]
  const last = page[page.length - 1]
  if (!first || !last || (options.bare_end && !more)) {
    return { data }
  }
  const cursors = {
    ...(options.bare_end ? {} : { before: placeOf(first) }),
    // Sometimes nothing is on the next page, and more on the one after it.
    after: placeOf(last, oddity === "gaps" && more ? true : undefined),
  }
  const paging: Record<string, unknown> = { cursors }
  if (more) {
    paging.next = link(context, call, options, limit, { after: cursors.after })
  }
  if (from > 0 && cursors.before) {
    paging.previous = link(context, call, options, limit, {
      before: cursors.before,
    })
  }
  return { data, paging }
}
