import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Where a person sees how far a deletion is. The store's own address when its
 * configuration tells it (`admin.backendUrl`), else the one that was called:
 * only requests the platform signed are answered with it.
 */
export function statusAddress(req: MedusaRequest, code: string): string {
  const { admin } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const base = isWebAddress(admin?.backendUrl)
    ? admin.backendUrl
    : `${schemeOf(req)}://${req.get("host") ?? "localhost"}`
  return new URL(`/hooks/social/deletions/${code}`, base).href
}

const isWebAddress = (url: string | undefined): url is string =>
  url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url)

/** A proxy in front speaks TLS and says so. */
function schemeOf(req: MedusaRequest): string {
  const forwarded = req.get("x-forwarded-proto")?.split(",")[0]?.trim()
  return forwarded === "https" ? "https" : req.protocol
}
