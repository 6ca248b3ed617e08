import { toArray, toId, toNumber, toRecord, toText } from "../../platform-kit"

/** What an error body or an entry of `errors` says, whatever its envelope. */
export interface XProblem {
  /** Last path segment of `type`; the host differs between vocabularies. */
  type: string | null
  /** Number of the legacy gateway (`88`). */
  legacy_code: number | null
  title: string
  detail: string
  parameter: string | null
  /** `Daily` or `Monthly`, of a usage cap. */
  period: string | null
  resource_id: string | null
  /** `includes` when the problem is with an expanded object. */
  section: string | null
  /** Owner-only field the problem is about: `organic_metrics.like_count`. */
  field: string | null
}

const GENERIC = "about:blank"

/** Reads one problem. https://docs.x.com/x-api/fundamentals/response-codes-and-errors */
export function readProblem(value: unknown): XProblem {
  const record = toRecord(value)
  const uri = toText(record?.type)
  return {
    type: uri && uri !== GENERIC ? lastSegment(uri) : null,
    legacy_code: toNumber(record?.code),
    title: toText(record?.title) ?? "",
    detail: toText(record?.detail) ?? toText(record?.message) ?? "",
    parameter: toText(record?.parameter) ?? firstKey(record?.parameters),
    period: toText(record?.period),
    resource_id: toId(record?.resource_id) ?? toId(record?.value),
    section: toText(record?.section),
    field: toText(record?.field),
  }
}

/**
 * Reads the body of a refused request: RFC 7807, the same with `errors`, or
 * only `errors` as the legacy gateway has it. Anything else is an empty problem.
 */
export function readErrorBody(body: unknown): XProblem {
  const outer = readProblem(body)
  const first = toArray(toRecord(body)?.errors)[0]
  if (first === undefined) {
    return outer
  }
  const inner = readProblem(first)
  return {
    ...inner,
    type: outer.type ?? inner.type,
    title: outer.title || inner.title,
    detail: inner.detail || outer.detail,
    period: outer.period ?? inner.period,
  }
}

/** Refused requests name parameters as `{ ids: ["1"] }`. */
function firstKey(value: unknown): string | null {
  return Object.keys(toRecord(value) ?? {})[0] ?? null
}

function lastSegment(uri: string): string | null {
  return uri.split(/[/#]/).filter(Boolean).at(-1) ?? null
}
