import { LiPost, LiToken } from "./model"
import { accessDenied, badSyntax, notFound, paramInvalid } from "./refusals"
import { paramNotAllowed } from "./refusals"
import { RestliValue } from "./restli"
import { Situation } from "./situation"
import { approvedPages, hasRole } from "./token"
import type { LiWorld } from "./world"

/** One request on its way through an endpoint. */
export interface Call {
  world: LiWorld
  situation: Situation
  token: LiToken
  /** `YYYYMM`; empty for unversioned paths. */
  version: string
  params: Record<string, RestliValue>
  /** Value of the path's parameter. */
  key: RestliValue
  /** Value of `X-RestLi-Method`, upper case. */
  restli_method: string | undefined
  resource: string
}

export interface EndpointAnswer {
  body: Record<string, unknown>
  ids?: string[]
}

/** Finders and batches name themselves in a header, plain GETs do not (§1). */
export function requireMethod(
  call: Call,
  method: "FINDER" | "BATCH_GET" | "GET" | "GET_ALL"
): void {
  const stated = call.restli_method
  const optional = method === "GET" || method === "GET_ALL"
  if (stated === undefined ? !optional : stated !== method) {
    throw badSyntax(
      `X-RestLi-Method ${stated ?? "is missing"}, expected ${method}`
    )
  }
}

export function allowParams(call: Call, allowed: string[]): void {
  const unknown = Object.keys(call.params).find((key) => !allowed.includes(key))
  if (unknown !== undefined) {
    throw paramNotAllowed(unknown)
  }
}

/** A plain parameter; lists and records are refused. */
export function text(call: Call, name: string): string | undefined {
  const value = call.params[name]
  if (value !== undefined && typeof value !== "string") {
    throw paramInvalid(name, "expected a single value")
  }
  return value
}

export function oneOf(call: Call, name: string, values: string[]): string {
  const value = text(call, name)
  if (value === undefined || !values.includes(value)) {
    throw paramInvalid(name, `${String(value)} is not one of ${values.join()}`)
  }
  return value
}

export function integer(
  call: Call,
  name: string,
  usual: number,
  max: number
): number {
  const value = text(call, name)
  if (value === undefined) {
    return usual
  }
  if (!/^[0-9]+$/.test(value) || Number(value) > max) {
    throw paramInvalid(name, `${value} is not between 0 and ${max}`)
  }
  return Number(value)
}

/** The refusal for a method of this resource, as the real one words it. */
export function denied(call: Call, method: string) {
  const version = call.version ? `.${call.version}01` : ""
  return accessDenied(`${call.resource}.${method}${version}`)
}

/**
 * The token must have the scope, and its member must administer the page (§2),
 * or at least one while it is not known yet which page is meant.
 */
export function requireOrganisation(
  call: Call,
  scope: string,
  method: string,
  organisation?: string
): void {
  const { token } = call
  const administers = hasRole(token, ["ADMINISTRATOR"], organisation)
  if (!token.scopes.includes(scope) || !administers) {
    throw denied(call, method)
  }
}

/**
 * A post of the caller or of a page the caller has to do with: 404 when it is
 * gone, 403 when it is someone else's. Roles are for the endpoint to check.
 */
export function ownPost(call: Call, urn: string, method: string): LiPost {
  const post = call.world.find(urn)
  if (!post) {
    throw notFound(urn)
  }
  const { token } = call
  const page = approvedPages(token).some(
    ({ organization }) => organization === post.author
  )
  if (!page && post.author !== token.person.urn) {
    throw denied(call, method)
  }
  return post
}

export function paged(
  elements: unknown[],
  start: number,
  count: number,
  total?: number
): Record<string, unknown> {
  return {
    paging: {
      start,
      count,
      links: [],
      ...(total === undefined ? {} : { total }),
    },
    elements,
  }
}
