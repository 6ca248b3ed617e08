import { toId, toRecord } from "../../coerce"
import type { PlatformCall } from "../../contract"
import type { GraphClient, GraphObject } from "../graph-client"
import { type GraphPage, pagesAfter, readPage } from "../paging"

const PAGE_SIZE = "100"

/**
 * All Facebook Pages a person or system user has a role on, each once. Pages of
 * a business portfolio are left out unless `business_management` is granted.
 * https://developers.facebook.com/docs/graph-api/reference/user/accounts
 *
 * @throws PlatformError
 */
export async function readManagedPages(
  graph: GraphClient,
  call: PlatformCall,
  fields: string
): Promise<GraphObject[]> {
  const list = (more: Record<string, string>) =>
    graph.get(call, {
      endpoint: "GET /me/accounts",
      path: "me/accounts",
      params: { fields, limit: PAGE_SIZE, ...more },
    })
  const first = readPage(await list({}))
  const pages = new Map<string, GraphObject>()
  const keep = ({ data }: GraphPage) => {
    for (const entry of data) {
      const page = toRecord(entry)
      const id = toId(page?.id)
      if (page && id) {
        pages.set(id, page)
      }
    }
  }
  keep(first)
  for await (const page of pagesAfter(first.after, (after) =>
    list({ after })
  )) {
    keep(page)
  }
  return [...pages.values()]
}
