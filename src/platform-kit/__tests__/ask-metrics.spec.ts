import { askMetrics } from "../ask-metrics"
import { PlatformError, type PlatformErrorDetails } from "../errors"
import type { MetricDefinition } from "../metrics"
import { MetricVerdicts } from "../verdicts"

const METRICS: MetricDefinition[] = [
  { name: "likes", metric: "likes" },
  { name: "reach", metric: "reach" },
  { name: "saved", metric: "saves" },
  { name: "views", metric: "views" },
]

const refusal = (details: Partial<PlatformErrorDetails> = {}) =>
  new PlatformError({
    kind: "unsupported_metric",
    scope: "metric",
    code: "100",
    message: "Refused.",
    ...details,
  })

const namesOf = (metrics: readonly MetricDefinition[]) =>
  metrics.map(({ name }) => name)

/** A platform that refuses some metrics, in its own way of saying so. */
function setUp(
  refused: string[],
  say: (culprits: string[]) => PlatformError = () => refusal()
) {
  const asked: string[][] = []
  const verdicts = new MetricVerdicts("test", () => new Date())
  const ask = async (metrics: MetricDefinition[]) => {
    const names = namesOf(metrics)
    asked.push(names)
    const culprits = names.filter((name) => refused.includes(name))
    if (culprits.length > 0) {
      throw say(culprits)
    }
    return names.join()
  }
  const question = {
    host: "graph",
    product_type: "FEED",
    metrics: METRICS,
    verdicts,
    ask,
  }
  return { question, asked, verdicts }
}

describe("askMetrics", () => {
  it("asks once for all when nothing is refused", async () => {
    const { question, asked } = setUp([])
    expect(await askMetrics(question)).toEqual({
      answer: "likes,reach,saved,views",
      asked: METRICS,
      refused: [],
    })
    expect(asked).toHaveLength(1)
  })

  it("drops the metrics an error names and asks for the rest", async () => {
    const { question, asked, verdicts } = setUp(["reach", "views"], ([first]) =>
      refusal({ metrics: [first as string] })
    )
    const { answer, refused } = await askMetrics(question)
    expect(answer).toBe("likes,saved")
    expect(namesOf(refused)).toEqual(["reach", "views"])
    expect(asked).toEqual([
      ["likes", "reach", "saved", "views"],
      ["likes", "saved", "views"],
      ["likes", "saved"],
    ])
    expect(verdicts.takeLearned().map(({ metric }) => metric)).toEqual([
      "reach",
      "views",
    ])
  })

  it("keeps to the list of allowed metrics", async () => {
    const { question, asked } = setUp(["reach", "views"], () =>
      refusal({ allowed: ["likes", "saved", "shares"] })
    )
    const { answer } = await askMetrics(question)
    expect(answer).toBe("likes,saved")
    expect(asked).toHaveLength(2)
  })

  it.each([[["saved"]], [["likes", "views"]], [["reach", "saved", "views"]]])(
    "finds %j when the error names nothing",
    async (culprits) => {
      const { question, verdicts } = setUp(culprits)
      const { asked, refused } = await askMetrics(question)
      expect(namesOf(refused)).toEqual(culprits)
      expect(namesOf(asked)).toEqual(
        namesOf(METRICS).filter((name) => !culprits.includes(name))
      )
      expect(verdicts.takeLearned()).toHaveLength(culprits.length)
    }
  )

  it("looks for culprits with the small question where there is one", async () => {
    const { question, asked } = setUp(["saved"])
    const probed: string[][] = []
    const probe = async (metrics: MetricDefinition[]) => {
      const names = namesOf(metrics)
      probed.push(names)
      if (names.includes("saved")) {
        throw refusal()
      }
    }
    await askMetrics({ ...question, probe })
    expect(probed).toEqual([
      ["likes", "reach"],
      ["saved", "views"],
      ["saved"],
      ["views"],
    ])
    expect(asked).toEqual([
      ["likes", "reach", "saved", "views"],
      ["likes", "reach", "views"],
    ])
  })

  it("throws when the platform refuses whatever it is asked", async () => {
    const { question } = setUp([])
    const ask = async () => {
      throw refusal()
    }
    await expect(askMetrics({ ...question, ask })).rejects.toMatchObject({
      kind: "unsupported_metric",
    })
  })

  it("throws when the error names none of the metrics asked for", async () => {
    const { question, verdicts } = setUp(["saved"], () =>
      refusal({ metrics: ["something_else"] })
    )
    await expect(askMetrics(question)).rejects.toMatchObject({ code: "100" })
    expect(verdicts.takeLearned()).toEqual([])
  })

  it("throws when metrics are refused only together", async () => {
    const { question } = setUp([])
    const ask = async (metrics: MetricDefinition[]) => {
      if (metrics.length === METRICS.length) {
        throw refusal()
      }
      return "fine"
    }
    await expect(askMetrics({ ...question, ask })).rejects.toMatchObject({
      kind: "unsupported_metric",
    })
  })

  it("does not ask again for a metric that was refused before", async () => {
    const { question, asked, verdicts } = setUp(["saved"])
    verdicts.refuse("graph", "FEED", "saved")
    const { refused } = await askMetrics(question)
    expect(asked).toEqual([["likes", "reach", "views"]])
    expect(namesOf(refused)).toEqual(["saved"])
  })

  it("asks for it on another host or kind of post", async () => {
    const { question, asked, verdicts } = setUp([])
    verdicts.refuse("graph", "REELS", "saved")
    verdicts.refuse("other", "FEED", "saved")
    await askMetrics(question)
    expect(asked).toEqual([["likes", "reach", "saved", "views"]])
  })

  it.each([
    refusal({ kind: "rate_limit", scope: "account", code: "4" }),
    refusal({ kind: "gone", scope: "post", code: "33" }),
  ])("passes $kind through without asking again", async (error) => {
    const { question, asked, verdicts } = setUp(["saved"], () => error)
    await expect(askMetrics(question)).rejects.toBe(error)
    expect(asked).toHaveLength(1)
    expect(verdicts.takeLearned()).toEqual([])
  })

  it("passes an error through that comes up while looking for culprits", async () => {
    const { question, verdicts } = setUp(["saved"])
    const limit = refusal({ kind: "rate_limit", scope: "account", code: "4" })
    const probe = async () => {
      throw limit
    }
    await expect(askMetrics({ ...question, probe })).rejects.toBe(limit)
    expect(verdicts.takeLearned()).toEqual([])
  })
})
