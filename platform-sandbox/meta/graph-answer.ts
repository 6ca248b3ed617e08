import { hash } from "../core/hash"
import { SandboxAnswer } from "../core/types"
import { bodyOf } from "./batch"
import { challenge } from "./dialect"
import { Graph, GraphCall, GraphOutcome } from "./dispatch"
import { NEWEST_VERSION } from "./target"

/** Writes an outcome with the headers of the graph hosts (meta-common §10). */
export function graphAnswer(
  graph: Graph,
  call: GraphCall,
  outcome: GraphOutcome,
  access_denied = false
): SandboxAnswer {
  const now = graph.environment.now().getTime()
  const text = outcome.error ? challenge(outcome.error) : {}
  if (access_denied && text["www-authenticate"]) {
    text["www-authenticate"] = text["www-authenticate"].replace(
      "invalid_request",
      "access_denied"
    )
  }
  return {
    status: outcome.status,
    headers: {
      "facebook-api-version":
        /^\/(v\d+\.\d+)/.exec(call.path)?.[1] ?? NEWEST_VERSION,
      "x-fb-trace-id": hash(1, call.path, now).toString(36),
      ...text,
      ...(outcome.bucket
        ? graph.situations.usage.headers(outcome.bucket, now)
        : {}),
    },
    body: bodyOf(outcome, call.dialect, graph),
    endpoint: outcome.endpoint,
    quotaCalls: outcome.quota_calls,
    platform:
      outcome.platform ?? (call.dialect === "IGH" ? "instagram" : "facebook"),
    ...(outcome.ids ? { ids: outcome.ids } : {}),
  }
}
