import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toRunFilters } from "./to-run-filters"
import { withMoreProblems } from "./with-more-problems"

/**
 * The sync log, newest first. `problems` are the first ones of a run, each
 * `{ post_id, platform, status, message }`; `more_problems` counts the rest. One
 * of a skipped post may stand for others of the same reason: `more` of them. An
 * entry without `post_id` says why the run as a whole ended early.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "social_sync_run",
    fields: req.queryConfig.fields,
    filters: toRunFilters(req.filterableFields),
    pagination: req.queryConfig.pagination,
  })
  res.json({
    social_sync_runs: data.map(withMoreProblems),
    count: metadata?.count,
    offset: metadata?.skip,
    limit: metadata?.take,
  })
}
