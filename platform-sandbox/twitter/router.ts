import { SandboxAnswer, SandboxRequest } from "../core/types"
import { Call, EndpointAnswer } from "./call"
import { XAccount } from "./model"
import { XGrants } from "./oauth/grants"
import * as problems from "./problems"
import { RateLimiter } from "./rate-limits"
import { findRoute, Route } from "./routes"
import { Situation } from "./situation"
import { Spend } from "./spend"
import { LEGACY, NEW, Vocabulary } from "./vocabulary"
import { XWorld } from "./world"

/** Owner of the bucket that requests without a known token count against. */
const NOBODY = "nobody"
export const APP = "app"

/** Takes a request through token, limits, money and endpoint, in that order. */
export class XRouter {
  private turn = 0

  constructor(
    private readonly world: XWorld,
    readonly situation: Situation,
    readonly spend: Spend,
    readonly limiter: RateLimiter,
    readonly grants: XGrants
  ) {}

  handle(request: SandboxRequest): SandboxAnswer {
    const found = findRoute(request.rawPath)
    const endpoint = found
      ? `${request.method} ${found.route.path}`
      : `${request.method} ${request.rawPath}`
    const headers: Record<string, string> = {}
    try {
      if (!found) {
        throw problems.notFound()
      }
      if (request.method !== found.route.method) {
        throw problems.problem(405, "Method Not Allowed", "Method Not Allowed")
      }
      const answer = this.answer(request, found.route, found.id, headers)
      return {
        status: 200,
        headers,
        body: answer.body,
        endpoint,
        ...(answer.ids ? { ids: answer.ids } : {}),
      }
    } catch (error) {
      if (!(error instanceof problems.Refusal)) {
        throw error
      }
      const answer = problems.refusalAnswer(error, endpoint)
      return { ...answer, headers: { ...headers, ...answer.headers } }
    }
  }

  private answer(
    request: SandboxRequest,
    route: Route,
    id: string,
    headers: Record<string, string>
  ): EndpointAnswer {
    const account = this.accountOf(request)
    const exceeded = this.count(route, account, headers)
    if (!account || account.token_state !== "valid") {
      throw problems.unauthorized()
    }
    if (!route.tokens.includes(account.token_kind)) {
      throw problems.unsupportedAuthentication(
        this.situation,
        account.token_kind
      )
    }
    if (exceeded) {
      throw problems.rateLimited(this.situation)
    }
    const { scopes } = account.account
    const missing = route.scopes.filter((scope) => !scopes.includes(scope))
    if (account.token_kind === "user" && missing.length) {
      throw problems.forbidden(`Missing scope: ${missing.join(" ")}`)
    }
    if (this.situation.credits === "depleted") {
      throw problems.creditsDepleted()
    }
    if (this.situation.usage_capped) {
      throw problems.usageCapped(this.situation)
    }
    const call: Call = {
      world: this.world,
      situation: this.situation,
      spend: this.spend,
      request,
      account,
      vocabulary: this.vocabulary(request),
      id,
      turn: this.turn++,
    }
    return route.handle(call)
  }

  private accountOf(request: SandboxRequest): XAccount | undefined {
    const match = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")
    const token = match?.[1] ?? ""
    return this.world.accountByToken(token) ?? this.grants.accountOf(token)
  }

  /** Rate headers are on every answer, refused ones included (§6). */
  private count(
    route: Route,
    account: XAccount | undefined,
    headers: Record<string, string>
  ): boolean {
    const { app, user } = route.limit
    const by_user = account?.token_kind === "user" && user !== undefined
    const owner = !account
      ? NOBODY
      : by_user
        ? account.account.external_id
        : APP
    const taken = this.limiter.take(
      owner,
      `GET ${route.path}`,
      (by_user ? user : (app ?? user)) as number,
      route.limit.per_second ?? false,
      this.world.now_ms()
    )
    Object.assign(headers, taken.headers)
    return taken.exceeded
  }

  /** In mode `both` the answer speaks as the request does (§1). */
  private vocabulary(request: SandboxRequest): Vocabulary {
    const { vocabulary } = this.situation
    const asks = (one: Vocabulary) =>
      request.query[one.fields_param] !== undefined
    if (vocabulary !== "both") {
      return vocabulary === "new" ? NEW : LEGACY
    }
    if (asks(NEW) && asks(LEGACY)) {
      throw problems.invalidRequest(
        this.situation,
        NEW.fields_param,
        request.query[NEW.fields_param] ?? "",
        "Only one of tweet.fields and post.fields may be used"
      )
    }
    const expands = (request.query.expansions ?? "").split(",")
    const speaks_new = asks(NEW) || expands.includes(NEW.references_expansion)
    return speaks_new ? NEW : LEGACY
  }
}
