import { SandboxAnswer, SandboxRequest } from "../core/types"
import { Call, EndpointAnswer } from "./call"
import { authenticate, isProtocol2, requireVersion } from "./headers"
import { LiGrants } from "./oauth/grants"
import { Quota } from "./quota"
import { notFound, Refusal } from "./refusals"
import { findRoute, Route } from "./routes"
import { Situation } from "./situation"
import { Effective, readTarget, untunnel } from "./target"
import { LiWorld } from "./world"

/** Takes a request through token, version, quota, encoding and endpoint. */
export class LiRouter {
  readonly quota = new Quota()

  constructor(
    private readonly world: LiWorld,
    readonly situation: Situation,
    readonly grants: LiGrants
  ) {}

  handle(host: string, request: SandboxRequest): SandboxAnswer {
    const found =
      host === "api.linkedin.com" ? findRoute(request.rawPath) : undefined
    const path = found?.route.path ?? request.rawPath
    // A tunnelled GET is counted as the GET it stands for.
    const tunnelled =
      request.method === "POST" &&
      request.headers["x-http-method-override"]?.toUpperCase() === "GET"
    const endpoint = `${tunnelled ? "GET" : request.method} ${path}`
    try {
      if (!found) {
        throw notFound(request.rawPath)
      }
      const { route, raw_key } = found
      const answer = this.answer(request, route, raw_key)
      return {
        status: 200,
        body: answer.body,
        endpoint,
        ...(answer.ids ? { ids: answer.ids } : {}),
      }
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error
      }
      return { status: error.status, body: error.body, endpoint }
    }
  }

  private answer(
    request: SandboxRequest,
    route: Route,
    raw_key: string
  ): EndpointAnswer {
    const { situation, world } = this
    const now = world.environment.now()
    const token = authenticate(request, world, this.grants)
    const versioned = route.path.startsWith("/rest/")
    const version = versioned ? requireVersion(request, situation, now) : ""
    const protocol2 = isProtocol2(request)
    this.quota.take(token.owner, situation, now)
    const effective: Effective = untunnel(request)
    if (effective.method !== "GET") {
      throw new Refusal(405, {
        status: 405,
        code: "METHOD_NOT_ALLOWED",
        message: `${effective.method} is not supported on ${route.path}`,
      })
    }
    const target = readTarget(request, effective, raw_key, protocol2)
    const call: Call = {
      world,
      situation,
      token,
      version,
      ...target,
      restli_method: request.headers["x-restli-method"]?.toUpperCase(),
      resource: route.path.split("/")[2] ?? "",
    }
    return route.handle(call)
  }
}
