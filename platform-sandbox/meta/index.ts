import { hash } from "../core/hash"
import { bearerOf, parsePairs } from "../core/request"
import { SandboxAnswer, SandboxPlatformFactory } from "../core/types"
import { SandboxRequest } from "../core/types"
import facebook from "../facebook/world"
import instagram from "../instagram/world"
import { tokenOf } from "./authorise"
import { batch, bodyOf } from "./batch"
import { challenge, HOSTS } from "./dialect"
import { dispatch, Graph, GraphCall, GraphOutcome } from "./dispatch"
import { GraphObject } from "./graph"
import { Situations } from "./situations"
import { NEWEST_VERSION } from "./target"
import { TokenRegistry } from "./tokens"
import { buildUsers } from "./users"

/** Token of the Meta app itself, for `debug_token`. */
export const APP_TOKEN = "100000000000001|sandbox-app-secret"

/**
 * Meta's Graph API. Instagram and Facebook are one implementation because they
 * share graph.facebook.com: `ids=` and a batch may mix their objects.
 */
const meta: SandboxPlatformFactory = (environment, options) => {
  const start = environment.now().getTime()
  const tokens = new TokenRegistry()
  const ig = instagram(environment, options, start, tokens)
  const fb = facebook(environment, options, start, tokens, ig.usernameOf)
  const users = buildUsers(environment, tokens, ig, fb)
  const sources = [ig, fb, users]
  const nodes = {
    find: (id: string): GraphObject | undefined => {
      for (const source of sources) {
        const object = source.find(id)
        if (object) {
          return object
        }
      }
      return undefined
    },
  }
  tokens.add({
    token: APP_TOKEN,
    family: "APP",
    account_id: "",
    platform: "facebook",
    user_id: "",
    scopes: new Set(),
    state: "valid",
    issued_at: start,
    expires_at: 0,
    ig_ids: new Set(),
    page_ids: new Set(),
  })
  const now = () => environment.now().getTime()
  const graph: Graph = {
    environment,
    tokens,
    situations: new Situations(tokens, now, (id) => Boolean(nodes.find(id))),
    nodes,
    me: (token) => {
      const own = token.family === "USER" ? token.user_id : token.account_id
      return nodes.find(own)
    },
    bucket: (token, object) => {
      if (object?.platform === "instagram" && object.account_id) {
        const id = object.account_id
        return { type: "instagram", id, business_id: ig.businessOf(id) }
      }
      if (token.family === "IG") {
        const id = token.account_id
        return { type: "instagram", id, business_id: ig.businessOf(id) }
      }
      return token.family === "PAGE"
        ? { type: "pages", id: token.account_id }
        : { type: "user", id: token.user_id }
    },
  }

  const answer = (
    call: GraphCall,
    outcome: GraphOutcome,
    access_denied = false
  ): SandboxAnswer => {
    const body = bodyOf(outcome, call.dialect, graph)
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
        "x-fb-trace-id": hash(1, call.path, now()).toString(36),
        ...text,
        ...(outcome.bucket
          ? graph.situations.usage.headers(outcome.bucket, now())
          : {}),
      },
      body,
      endpoint: outcome.endpoint,
      quotaCalls: outcome.quota_calls,
      platform:
        outcome.platform ?? (call.dialect === "IGH" ? "instagram" : "facebook"),
      ...(outcome.ids ? { ids: outcome.ids } : {}),
    }
  }

  return {
    name: "meta",
    platforms: ["instagram", "facebook"],
    hosts: Object.keys(HOSTS),
    accounts: () => [...ig.accounts(), ...fb.accounts()],
    posts: () => [...ig.posts(), ...fb.posts()],
    truth: (id) => ig.truth(id) ?? fb.truth(id),
    set: ({ platform: _platform, ...change }) => graph.situations.apply(change),
    attribute: (host, request) =>
      tokens.find(bearerOf(request))?.platform ??
      (HOSTS[host] === "IGH" ? "instagram" : "facebook"),
    handle: (host: string, request: SandboxRequest) => {
      const call: GraphCall = {
        dialect: HOSTS[host] ?? "FBH",
        base_url: request.baseUrl,
        method: request.method,
        path: request.rawPath,
        query: request.query,
        token: tokenOf(request),
      }
      const form = { ...request.query, ...parsePairs(request.body) }
      const root = /^\/(v\d+\.\d+\/?)?$/.test(request.rawPath)
      if (request.method === "POST" && root && "batch" in form) {
        const { outcome, access_denied } = batch(graph, call, form)
        return answer(call, outcome, access_denied)
      }
      return answer(call, dispatch(graph, call))
    },
  }
}

export default meta
