import { toNumber, toRecord, toText } from "../coerce"
import type { PlatformCall } from "../contract"
import { parks, PlatformError } from "../errors"
import { parseJson } from "../json"
import {
  accountBucket,
  appBucket,
  type PlatformAnswer,
  type PlatformEdge,
} from "../platform-http"
import { classifyGraphAnswer } from "./classify"

/** One item of a batch: a parsed body, or why there is none. */
export type BatchAnswer =
  { body: unknown; error: null } | { body: null; error: PlatformError }

/**
 * Reads an item of a batch answer: the outer status is 200, the item's own is
 * inside, its body is a JSON text, and an item that timed out is `null`.
 *
 * @param headers of the answer around it, which tell how long a limit lasts
 */
export function readBatchItem(
  { label, platform }: PlatformEdge,
  item: unknown,
  url: string,
  call: PlatformCall,
  headers: PlatformAnswer["headers"] = {}
): BatchAnswer {
  const record = toRecord(item)
  const status = toNumber(record?.code)
  const body = toRecord(parsed(toText(record?.body)))
  if (status === null || body === null) {
    return { body: null, error: unanswered(label) }
  }
  const answer = { status, headers, body }
  const error = classifyGraphAnswer(label, answer, url, call.now())
  if (!error) {
    return { body, error: null }
  }
  parkFor(error, platform, call)
  return { body: null, error }
}

function parsed(text: string | null): unknown {
  if (text === null) {
    return undefined
  }
  try {
    return parseJson(text)
  } catch {
    // Cut off like an item that timed out.
    return undefined
  }
}

function unanswered(label: string): PlatformError {
  return new PlatformError({
    kind: "transient",
    scope: "post",
    code: "batch_item_unanswered",
    message: `${label} did not get to this post in time. It is tried again later.`,
  })
}

/** The HTTP edge parks by the outer answer only; a limit can stand inside. */
function parkFor(
  error: PlatformError,
  platform: string,
  { account, budget }: PlatformCall
): void {
  if (!parks(error)) {
    return
  }
  if (error.scope === "app") {
    budget.park("app", appBucket(platform), error.retry_at)
  } else {
    budget.park("account", accountBucket(account.id), error.retry_at)
  }
}
