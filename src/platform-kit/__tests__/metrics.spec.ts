import {
  definitionsFor,
  HEADLINE_METRICS,
  METRIC_UNITS,
  type MetricDefinition,
  METRICS,
  toStoredUnit,
} from "../metrics"

const always: MetricDefinition = { name: "likes", metric: "likes" }

function namesFor(
  definition: Partial<MetricDefinition>,
  question: Partial<Parameters<typeof definitionsFor>[1]> = {}
) {
  return definitionsFor([always, { ...always, name: "other", ...definition }], {
    host: "graph",
    on: new Date("2026-11-01T12:00:00Z"),
    depth: "bulk",
    ...question,
  }).map(({ name }) => name)
}

describe("definitionsFor", () => {
  it("gives what has no conditions, in order", () => {
    expect(namesFor({})).toEqual(["likes", "other"])
  })

  it("asks only on the hosts of a definition", () => {
    const definition = { hosts: ["graph.instagram.com"] }
    expect(namesFor(definition)).toEqual(["likes"])
    expect(namesFor(definition, { host: "graph.instagram.com" })).toEqual([
      "likes",
      "other",
    ])
  })

  it("asks from the first day on", () => {
    expect(namesFor({ since: "2026-11-01" })).toContain("other")
    expect(namesFor({ since: "2026-11-02" })).not.toContain("other")
  })

  it("no longer asks after the last day", () => {
    expect(namesFor({ until: "2026-11-02" })).toContain("other")
    expect(namesFor({ until: "2026-10-31" })).not.toContain("other")
  })

  it("still asks on the last day", () => {
    expect(namesFor({ until: "2026-11-01" })).toContain("other")
  })

  it("takes the day in UTC", () => {
    const on = new Date("2026-11-01T23:30:00-05:00")
    expect(namesFor({ since: "2026-11-02" }, { on })).toContain("other")
  })

  it("keeps `single` metrics out of bulk", () => {
    expect(namesFor({ ask: "single" })).not.toContain("other")
    expect(namesFor({ ask: "single" }, { depth: "single" })).toContain("other")
    expect(namesFor({ ask: "always" })).toContain("other")
  })
})

describe("units", () => {
  it("stores durations in seconds", () => {
    expect(toStoredUnit(2500, "milliseconds")).toBe(2.5)
    expect(toStoredUnit(2500, "seconds")).toBe(2500)
  })

  it("leaves counts and percents as they are", () => {
    expect(toStoredUnit(7)).toBe(7)
    expect(toStoredUnit(12.5, "percent")).toBe(12.5)
  })

  it("names the unit of every duration and share", () => {
    expect(METRIC_UNITS).toEqual({
      avg_watch_time: "seconds",
      total_watch_time: "seconds",
      skip_rate: "percent",
    })
  })

  it("has each metric once, the headline ones among them", () => {
    expect(new Set(METRICS).size).toBe(METRICS.length)
    expect(METRICS).toEqual(expect.arrayContaining([...HEADLINE_METRICS]))
  })
})
