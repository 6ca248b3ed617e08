import { SandboxEnvironment } from "../core/types"
import { authorise, checkProof } from "./authorise"
import { debugToken } from "./debug-token"
import { Dialect } from "./dialect"
import { GraphError, nonexistingField, tooManyIds } from "./errors"
import { unknownAlias, unsupportedRequest } from "./errors"
import { parseFields } from "./fields"
import { GraphContext, GraphObject, NodeSource } from "./graph"
import { renderNode } from "./render"
import { Situations } from "./situations"
import { GraphTarget, parseTarget } from "./target"
import { TokenRecord, TokenRegistry } from "./tokens"
import { Bucket } from "./usage"

/** The graph of one world: who may ask, and what there is to be asked for. */
export interface Graph {
  environment: SandboxEnvironment
  tokens: TokenRegistry
  situations: Situations
  nodes: NodeSource
  /** The node behind `/me`. */
  me(token: TokenRecord): GraphObject | undefined
  bucket(token: TokenRecord, object: GraphObject | undefined): Bucket
}

export interface GraphCall {
  dialect: Dialect
  base_url: string
  method: string
  path: string
  query: Record<string, string>
  token: string
}

export interface GraphOutcome {
  status: number
  body?: unknown
  error?: GraphError
  endpoint: string
  quota_calls: number
  ids?: string[]
  bucket?: Bucket
  platform?: string
}

const MAX_IDS = 50

function objectOf(graph: Graph, id: string, method: string): GraphObject {
  const object = graph.nodes.find(id)
  if (object) {
    return object
  }
  throw /^[\d_]+$/.test(id) ? unsupportedRequest(id, method) : unknownAlias(id)
}

const edgeOf = ({ type }: GraphObject, name: string) =>
  Object.hasOwn(type.edges, name) ? type.edges[name] : undefined

/** DELETE on an edge; almost nothing here can be deleted. */
function remove(
  object: GraphObject,
  target: string | undefined,
  context: GraphContext
): unknown {
  const edge = target === undefined ? undefined : edgeOf(object, target)
  if (!edge?.remove) {
    throw unsupportedRequest(object.id, "delete")
  }
  return edge.remove(object.value, context)
}

function read(
  object: GraphObject,
  target: string | undefined,
  call: GraphCall,
  context: GraphContext
): unknown {
  if (context.situations.hides(object.id)) {
    throw unsupportedRequest(object.id)
  }
  object.authorise(context)
  const { fields, ...params } = call.query
  const specs = fields ? parseFields(fields) : null
  if (target === undefined) {
    return renderNode(object.type, object.value, specs, context)
  }
  const edge = edgeOf(object, target)
  if (!edge || (edge.only && edge.only !== context.dialect)) {
    throw nonexistingField(target, object.type.name)
  }
  for (const name of ["access_token", "appsecret_proof", "ids", "pretty"]) {
    delete params[name]
  }
  return edge.call(object.value, context, { params, fields: specs })
}

function labelOf(target: GraphTarget, object: GraphObject | undefined) {
  const subject = target.subject === "me" ? "me" : object?.type.label
  const path = [subject ?? target.subject.replace(/\d{5,}/g, "{id}")]
  return `/${[...path, ...(target.edge ? [target.edge] : [])].join("/")}`
}

/** Answers one read; batch items come through here too. */
export function dispatch(graph: Graph, call: GraphCall): GraphOutcome {
  const now = graph.environment.now().getTime()
  const { dialect, method, query } = call
  const outcome: GraphOutcome = {
    status: 200,
    endpoint: `${method} ${call.path.replace(/\d{5,}/g, "{id}")}`,
    quota_calls: 1,
  }
  try {
    const target = parseTarget(call.path)
    const on_me = target.subject === "me"
    const token = authorise(call.token, on_me, dialect, graph.tokens, now)
    outcome.platform = token.platform
    outcome.bucket = graph.bucket(token, undefined)
    checkProof(query.appsecret_proof, call.token, dialect, graph.situations)
    const context: GraphContext = {
      environment: graph.environment,
      situations: graph.situations,
      dialect,
      token,
      now,
      base_url: call.base_url,
      version: target.version,
      via: "direct",
      depth: 0,
    }
    if (target.subject === "debug_token" && dialect === "FBH") {
      outcome.endpoint = "GET /debug_token"
      outcome.body = debugToken(query.input_token, graph.tokens, now)
      return outcome
    }
    const many = query.ids !== undefined && target.edge === undefined
    const ids = many ? (query.ids ?? "").split(",") : [target.subject]
    const found = ids.map((id) =>
      id === "me" ? graph.me(token) : graph.nodes.find(id)
    )
    const first = found.find(Boolean)
    outcome.bucket = graph.bucket(token, first)
    outcome.platform = first?.platform ?? token.platform
    outcome.endpoint = many
      ? `${method} /${target.subject}?ids=${first?.type.label ?? "{id}"}`
      : `${method} ${labelOf(target, first)}`
    outcome.quota_calls = ids.length
    outcome.ids = found.map((object, i) => object?.id ?? (ids[i] as string))
    if (many && ids.length > MAX_IDS) {
      throw tooManyIds(ids.length)
    }
    const app: Bucket = { type: "app", id: "app" }
    const full = graph.situations.usage.book(app, ids.length, now)
    if (full) {
      outcome.bucket = app
      throw full
    }
    const throttled = graph.situations.usage.book(
      outcome.bucket,
      ids.length,
      now
    )
    if (throttled) {
      throw throttled
    }
    if (method === "DELETE" && !many) {
      const object = found[0] ?? objectOf(graph, ids[0] ?? "", "delete")
      outcome.body = remove(object, target.edge, context)
      return outcome
    }
    if (method !== "GET") {
      throw unsupportedRequest(ids[0] ?? "", method.toLowerCase())
    }
    const answers = ids.map((id, i) => {
      const object = found[i] ?? objectOf(graph, id, "get")
      const edge = many ? target.subject || undefined : target.edge
      return read(object, edge, call, context)
    })
    outcome.body = many
      ? Object.fromEntries(ids.map((id, i) => [id, answers[i]]))
      : answers[0]
    return outcome
  } catch (error) {
    if (!(error instanceof GraphError)) {
      throw error
    }
    return { ...outcome, status: error.shape.status ?? 400, error }
  }
}
