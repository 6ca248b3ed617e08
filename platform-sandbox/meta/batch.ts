import { parsePairs } from "../core/request"
import { authorise, checkProof } from "./authorise"
import { challenge, Dialect, toBody } from "./dialect"
import { dispatch, Graph, GraphCall, GraphOutcome } from "./dispatch"
import { GraphError, invalidParameter } from "./errors"
import { NEWEST_VERSION } from "./target"

const MAX_ITEMS = 50

interface BatchItem {
  method?: string
  relative_url?: string
  access_token?: string
}

function parseItems(text: string | undefined): BatchItem[] {
  let items: unknown
  try {
    items = JSON.parse(text ?? "")
  } catch {
    items = undefined
  }
  if (!Array.isArray(items)) {
    throw invalidParameter("param batch must be an array.")
  }
  if (items.length > MAX_ITEMS) {
    throw invalidParameter(
      `Too many requests in batch message. Maximum batch size is ${MAX_ITEMS}`
    )
  }
  return items
}

/** graph.instagram.com has no batch at all (meta-common §7). */
function refuseOnInstagram(): GraphError {
  return new GraphError({
    message: "Cannot call API for app 100000000000001 on behalf of user 0",
    code: 200,
  })
}

/**
 * `POST /` with `batch`: 200 with one entry per item, `null` for an item that
 * timed out, item bodies as strings.
 */
export function batch(
  graph: Graph,
  call: GraphCall,
  form: Record<string, string>
): { outcome: GraphOutcome; access_denied?: boolean } {
  const outcome: GraphOutcome = {
    status: 200,
    endpoint: "POST / (batch)",
    quota_calls: 1,
  }
  if (call.dialect === "IGH") {
    const error = refuseOnInstagram()
    return { outcome: { ...outcome, status: 400, error }, access_denied: true }
  }
  try {
    // The top-level token must be good even when every item carries its own.
    const now = graph.environment.now().getTime()
    authorise(call.token, false, call.dialect, graph.tokens, now)
    const proof = call.query.appsecret_proof
    checkProof(proof, call.token, call.dialect, graph.situations)
    const items = parseItems(form.batch)
    const answers = items.map((item) => itemAnswer(graph, call, form, item))
    const [first] = answers
    return {
      outcome: {
        ...outcome,
        quota_calls: answers.length,
        ids: answers.flatMap((answer) => answer.outcome.ids ?? []),
        ...(first?.outcome.platform
          ? { platform: first.outcome.platform }
          : {}),
        ...(first?.outcome.bucket ? { bucket: first.outcome.bucket } : {}),
        body: answers.map((answer) => answer.body),
      },
    }
  } catch (error) {
    if (!(error instanceof GraphError)) {
      throw error
    }
    return { outcome: { ...outcome, status: 400, error } }
  }
}

function itemAnswer(
  graph: Graph,
  call: GraphCall,
  form: Record<string, string>,
  item: BatchItem
) {
  const [path = "", text = ""] = (item.relative_url ?? "").split("?")
  const query = parsePairs(text)
  const outcome = dispatch(graph, {
    dialect: call.dialect,
    base_url: call.base_url,
    method: (item.method ?? "GET").toUpperCase(),
    path: `/${path.replace(/^\//, "")}`,
    query: {
      ...query,
      ...(query.appsecret_proof || !form.appsecret_proof
        ? {}
        : { appsecret_proof: form.appsecret_proof }),
    },
    token: item.access_token ?? query.access_token ?? call.token,
  })
  if (outcome.ids?.some((id) => graph.situations.timesOut(id))) {
    return { outcome, body: null }
  }
  return {
    outcome,
    body: {
      code: outcome.status,
      ...(form.include_headers === "false"
        ? {}
        : { headers: itemHeaders(graph, outcome) }),
      body: JSON.stringify(bodyOf(outcome, call.dialect, graph)),
    },
  }
}

function itemHeaders(graph: Graph, outcome: GraphOutcome) {
  const now = graph.environment.now().getTime()
  const headers: Record<string, string> = {
    "Content-Type": "text/javascript; charset=UTF-8",
    "Facebook-API-Version": NEWEST_VERSION,
    ...(outcome.error ? challenge(outcome.error) : {}),
    ...(outcome.bucket
      ? graph.situations.usage.headers(outcome.bucket, now)
      : {}),
  }
  return Object.entries(headers).map(([name, value]) => ({ name, value }))
}

/** What is sent for an outcome, error or not. */
export function bodyOf(
  outcome: GraphOutcome,
  dialect: Dialect,
  graph: Graph
): unknown {
  return outcome.error
    ? toBody(outcome.error, dialect, graph.situations.localised)
    : outcome.body
}
