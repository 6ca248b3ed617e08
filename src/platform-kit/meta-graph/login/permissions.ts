import { toArray, toRecord, toText } from "../../coerce"
import type { PlatformCall } from "../../contract"
import type { GraphClient } from "../graph-client"

/**
 * What the person (or system user) behind a token granted, without what was
 * declined or has expired.
 * https://developers.facebook.com/docs/graph-api/reference/user/permissions/
 *
 * @returns `null` when Meta did not tell
 * @throws PlatformError
 */
export async function readPermissions(
  graph: GraphClient,
  call: PlatformCall
): Promise<string[] | null> {
  const body = await graph.get(call, {
    endpoint: "GET /me/permissions",
    path: "me/permissions",
    params: {},
  })
  const rows = toRecord(body)?.data
  return Array.isArray(rows)
    ? toArray(rows).flatMap((entry) => {
        const row = toRecord(entry)
        return row?.status === "granted" ? (toText(row.permission) ?? []) : []
      })
    : null
}
