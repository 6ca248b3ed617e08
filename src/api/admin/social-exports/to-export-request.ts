import { MedusaError } from "@medusajs/framework/utils"
import {
  EXPORT_KINDS,
  type ExportKind,
  type ExportRequest,
} from "../../../modules/social-posts/services/export-service"
import type { PostFilters } from "../../../modules/social-posts/sql/list-posts"
import type { AdminSocialExportParamsType } from "./validators"

/** An account's days know no posts. */
const OF_ACCOUNTS = ["platform", "account_id"]

/** @throws MedusaError 400 naming the kinds there are, or the filter that does not fit */
export function toExportRequest(
  kind: string,
  { format, from, to, id, ...given }: AdminSocialExportParamsType
): ExportRequest {
  if (!isKind(kind)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `"${kind}" cannot be exported. Exports: ${EXPORT_KINDS.join(", ")}.`
    )
  }
  const filters: PostFilters = { ...given, ...(id && { ids: id }) }
  const other = Object.keys({ ...given, ...(id && { id }) }).find(
    (name) => !OF_ACCOUNTS.includes(name)
  )
  if (kind === "account-days" && other) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${other} does not fit account-days. Filters: ${OF_ACCOUNTS.join(", ")}, from, to.`
    )
  }
  return { kind, format, from, until: to, filters }
}

const isKind = (kind: string): kind is ExportKind =>
  (EXPORT_KINDS as readonly string[]).includes(kind)
