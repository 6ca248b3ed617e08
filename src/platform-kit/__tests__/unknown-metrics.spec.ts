import {
  HEADLINE_METRICS,
  type MetricDefinition,
  type MetricName,
  type MetricValues,
  type ProductTypeMetrics,
  type UnavailableMetrics,
} from "../metrics"
import { explainUnknown, type Question } from "../unknown-metrics"

const define = (metric: MetricName): MetricDefinition => ({
  name: `platform_${metric}`,
  metric,
})

const table: ProductTypeMetrics = {
  core: HEADLINE_METRICS.filter(
    (metric) => metric !== "impressions" && metric !== "quotes"
  ).map(define),
  optional: [define("follows")],
  retired: [
    { name: "impressions", metric: "impressions", until: "2025-04-21" },
  ],
}

function explained(
  metrics: MetricValues,
  question: Partial<Question> = {},
  unavailable: UnavailableMetrics = {}
) {
  const known = { metrics: { ...metrics }, unavailable: { ...unavailable } }
  explainUnknown(known, { asked: [], refused: [], table, ...question })
  return known
}

describe("explainUnknown", () => {
  it("leaves known numbers alone, zero included", () => {
    const { metrics, unavailable } = explained(
      { likes: 0, reach: 5 },
      { asked: [define("likes"), define("reach")] }
    )
    expect(metrics).toMatchObject({ likes: 0, reach: 5 })
    expect(unavailable).not.toHaveProperty("likes")
    expect(unavailable).not.toHaveProperty("reach")
  })

  it("says which asked numbers the answer did not bring", () => {
    const { metrics, unavailable } = explained(
      { saves: null },
      { asked: [define("likes"), define("saves")] }
    )
    expect(metrics).toMatchObject({ likes: null, saves: null })
    expect(unavailable).toMatchObject({
      likes: "not_returned",
      saves: "not_returned",
    })
  })

  it("takes the reason an answer gives for all that is missing", () => {
    const { unavailable } = explained(
      {},
      { asked: [define("likes")], missing: "too_few_viewers" }
    )
    expect(unavailable.likes).toBe("too_few_viewers")
  })

  it("keeps a reason that is known already", () => {
    const { unavailable } = explained(
      { likes: null },
      { asked: [define("likes")] },
      { likes: "not_permitted" }
    )
    expect(unavailable.likes).toBe("not_permitted")
  })

  it("says that refused numbers are not supported", () => {
    const { metrics, unavailable } = explained(
      {},
      { refused: [define("follows")] }
    )
    expect(metrics.follows).toBeNull()
    expect(unavailable.follows).toBe("not_supported")
  })

  it("says which headline numbers were retired and which never existed", () => {
    const { metrics, unavailable } = explained({})
    expect(metrics).toEqual({ impressions: null, quotes: null })
    expect(unavailable).toEqual({
      impressions: "retired",
      quotes: "not_offered",
    })
  })

  it("leaves out offered numbers that were not asked for", () => {
    expect(explained({}).metrics).not.toHaveProperty("likes")
    expect(explained({}).metrics).not.toHaveProperty("follows")
  })
})
