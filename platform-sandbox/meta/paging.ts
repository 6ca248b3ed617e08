import { invalidParameter, reduceData } from "./errors"
import { writeFields } from "./fields"
import { EdgeCall, GraphContext, NodeType } from "./graph"
import { renderNode, weight } from "./render"

export interface ListOptions<T> {
  /** Path of the edge without version, e.g. `179…/comments`. */
  path: string
  account_id: string
  type: NodeType<T>
  idOf(item: T): string
  default_limit: number
  max_limit: number
  /** What a limit above the maximum does. */
  over: "refuse" | "clamp"
  /** Instagram comment pages: no `before`, and no `paging` on the last page. */
  bare_end?: boolean
}

const encode = (id: string) => Buffer.from(`p:${id}`).toString("base64url")

const START = encode("start")

/** The cursor's item; undefined when it is none of ours. */
function decode(cursor: string): string | undefined {
  const text = Buffer.from(cursor, "base64url").toString("utf8")
  return text.startsWith("p:") ? text.slice(2) : undefined
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

function position<T>(
  items: T[],
  cursor: string | undefined,
  { idOf }: ListOptions<T>
): number {
  const id = cursor === undefined ? undefined : decode(cursor)
  if (id === undefined) {
    throw invalidParameter("Invalid parameter")
  }
  if (cursor === START) {
    return -1
  }
  const index = items.findIndex((item) => idOf(item) === id)
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
  if (oddity === "empty_page" && !after && limit > 0 && items.length) {
    const next = link(context, call, options, limit, { after: START })
    return { data: [], paging: { cursors: { after: START }, next } }
  }

  let from = 0
  if (after !== undefined) {
    // An item can appear again on the next page while posts are published.
    const repeat = oddity === "overlap" && after !== START && limit > 1 ? 1 : 0
    from = position(items, after, options) + 1 - repeat
  } else if (before !== undefined) {
    from = Math.max(0, position(items, before, options) - limit)
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
    ...(options.bare_end ? {} : { before: encode(options.idOf(first)) }),
    after: encode(options.idOf(last)),
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
