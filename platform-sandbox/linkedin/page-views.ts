import * as calls from "./call"
import { Call, EndpointAnswer } from "./call"
import { buckets } from "./intervals"
import { WINDOW_MS } from "./model"
import { followersAt } from "./numbers"
import { requireUrn } from "./urn"

/** All views of a page up to a moment, and by how many people. */
function viewsAt(call: Call, urn: string, at_ms: number) {
  const pageViews = followersAt(call.world.seed, urn, at_ms) * 3
  return { pageViews, uniquePageViews: Math.floor(pageViews * 0.6) }
}

const statistics = (allPageViews: Record<string, number>) => ({
  totalPageStatistics: { views: { allPageViews } },
})

/** V1: page views, over all time or per bucket; the facets are left out. */
export function pageStatistics(call: Call): EndpointAnswer {
  calls.requireMethod(call, "FINDER")
  calls.allowParams(call, ["q", "organization", "timeIntervals"])
  calls.oneOf(call, "q", ["organization"])
  const { organization, timeIntervals } = call.params
  const urn = requireUrn("organization", organization, ["organization"])
  const list = timeIntervals === undefined ? undefined : buckets(timeIntervals)
  const method = "FINDER-organization"
  calls.requireOrganisation(call, "rw_organization_admin", method, urn)
  const now = call.world.now_ms()
  if (!list) {
    const element = {
      organization: urn,
      ...statistics(viewsAt(call, urn, now)),
    }
    return { body: calls.paged([element], 0, 10) }
  }
  const elements = list
    .filter(({ start, end }) => end > now - WINDOW_MS && start < now)
    .map(({ start, end }) => {
      const [before, after] = [start, Math.min(end, now)].map((at) =>
        viewsAt(call, urn, at)
      ) as [ReturnType<typeof viewsAt>, ReturnType<typeof viewsAt>]
      return {
        organization: urn,
        timeRange: { start, end },
        ...statistics({
          pageViews: after.pageViews - before.pageViews,
          uniquePageViews: after.uniquePageViews - before.uniquePageViews,
        }),
      }
    })
  return { body: calls.paged(elements, 0, 10) }
}
