import { SandboxRequest } from "../core/types"
import { LiAccount } from "./model"
import * as refusals from "./refusals"
import { Situation } from "./situation"
import { isActive } from "./versions"
import { LiWorld } from "./world"

/** The account of the bearer token. */
export function authenticate(
  request: SandboxRequest,
  world: LiWorld
): LiAccount {
  const header = request.headers.authorization ?? ""
  const token = /^Bearer (\S+)$/.exec(header)?.[1]
  if (!token) {
    throw refusals.emptyToken()
  }
  const account = world.accountByToken(token)
  if (!account) {
    throw refusals.invalidToken()
  }
  if (account.token_state !== "valid") {
    throw account.token_state === "revoked"
      ? refusals.revokedToken()
      : refusals.expiredToken()
  }
  return account
}

/** A header sent twice arrives as one value with a comma (public report: 400). */
function single(request: SandboxRequest, name: string): string | undefined {
  const value = request.headers[name]
  if (value?.includes(",")) {
    throw refusals.badSyntax(`Header ${name} is given more than once`)
  }
  return value
}

/** `LinkedIn-Version`: there is no default, and old ones are shut off (§1). */
export function requireVersion(
  request: SandboxRequest,
  situation: Situation,
  now: Date
): string {
  const version = single(request, "linkedin-version")
  if (!version) {
    throw refusals.missingVersion()
  }
  const active = situation.versions
    ? situation.versions.includes(version)
    : isActive(version, now)
  if (!active) {
    throw refusals.inactiveVersion(version)
  }
  return version
}

/** True for Rest.li 2.0, which alone knows `List(...)` and records (§12). */
export function isProtocol2(request: SandboxRequest): boolean {
  return single(request, "x-restli-protocol-version") === "2.0.0"
}
