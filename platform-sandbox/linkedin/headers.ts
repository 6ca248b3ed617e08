import { SandboxRequest } from "../core/types"
import { LiToken } from "./model"
import { LiGrants } from "./oauth/grants"
import * as refusals from "./refusals"
import { Situation } from "./situation"
import { fixedToken } from "./token"
import { isActive } from "./versions"
import { LiWorld } from "./world"

/** The bearer token: one of the world's own, or one from the dialog. */
export function authenticate(
  request: SandboxRequest,
  world: LiWorld,
  grants: LiGrants
): LiToken {
  const header = request.headers.authorization ?? ""
  const value = /^Bearer (\S+)$/.exec(header)?.[1]
  if (!value) {
    throw refusals.emptyToken()
  }
  const account = world.accountByToken(value)
  const token = account ? fixedToken(account) : grants.tokenOf(value)
  if (!token) {
    throw refusals.invalidToken()
  }
  if (token.state !== "valid") {
    throw token.state === "revoked"
      ? refusals.revokedToken()
      : refusals.expiredToken()
  }
  return token
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
