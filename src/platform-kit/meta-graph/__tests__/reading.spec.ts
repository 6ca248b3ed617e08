import { readBatchItem } from "../batch"
import { graphEdge } from "../edge"
import { breakdownBy, readInsightsRows } from "../insights-rows"
import { pagesAfter, readPage } from "../paging"
import { readGraphUsage } from "../usage"
import { classifyGraphAnswer } from "../classify"
import { collect, describeRecorded, recorded, testCall } from "./support"

const NOW = new Date("2026-11-01T12:00:00Z")
const edge = graphEdge("facebook", "Facebook")

describe("insights rows", () => {
  it("takes the lifetime row, wherever the stale day row stands", () => {
    const day = { name: "reach", period: "day", values: [{ value: 0 }] }
    const total = { name: "reach", period: "lifetime", values: [{ value: 90 }] }
    for (const data of [
      [total, day],
      [day, total],
    ]) {
      expect(readInsightsRows({ data }).get("reach")?.value).toBe(90)
    }
    expect(readInsightsRows({ data: [day] }).has("reach")).toBe(false)
  })

  it("reads total_value, objects, empty maps and numeric text", () => {
    const rows = readInsightsRows({
      data: [
        { name: "a", period: "lifetime", total_value: { value: 3 } },
        {
          name: "b",
          period: "lifetime",
          values: [{ value: { like: 4, x: "n/a" } }],
        },
        { name: "c", period: "lifetime", values: [{ value: [] }] },
        { name: "d", period: "lifetime", values: [{ value: "12" }] },
        { name: "e", period: "lifetime", values: [{ value: 0 }] },
      ],
    })
    expect(rows.get("a")?.value).toBe(3)
    expect(rows.get("b")).toMatchObject({ value: null, parts: { like: 4 } })
    expect(rows.get("c")?.parts).toEqual({})
    expect(rows.get("d")?.value).toBe(12)
    expect(rows.get("e")?.value).toBe(0)
  })

  it("takes a missing period for the total", () => {
    const values = [{ value: "7" }]
    for (const period of [undefined, null, "lifetime"]) {
      const rows = readInsightsRows({
        data: [{ name: "reach", period, values }],
      })
      expect(rows.get("reach")?.value).toBe(7)
    }
  })

  it("leaves out what is not ready or not a row", () => {
    const rows = readInsightsRows({
      data: [
        {
          name: "s",
          period: "lifetime",
          values: [{ value: 0, end_time: "1970-01-02T00:00:00+0000" }],
        },
        { name: "empty", period: "lifetime", values: [] },
        null,
        { period: "lifetime", values: [{ value: 1 }] },
      ],
    })
    expect(rows.size).toBe(0)
    expect(readInsightsRows({ data: "x" }).size).toBe(0)
    expect(readInsightsRows(undefined).size).toBe(0)
  })

  it("finds a breakdown by its key, not by its position", () => {
    const data = [
      {
        name: "d",
        period: "lifetime",
        total_value: {
          breakdowns: [
            {
              dimension_keys: ["timeframe", "country"],
              results: [
                { dimension_values: ["THIS_MONTH", "DE"], value: 12 },
                { dimension_values: ["THIS_MONTH", "AT"], value: 3 },
              ],
            },
          ],
        },
      },
      {
        name: "none",
        period: "lifetime",
        total_value: {
          value: 0,
          breakdowns: [{ dimension_keys: ["action_type"] }],
        },
      },
    ]
    const rows = readInsightsRows({ data })
    expect(rows.get("d")?.value).toBeNull()
    expect(breakdownBy(rows.get("d"), "country")).toEqual({ de: 12, at: 3 })
    expect(breakdownBy(rows.get("none"), "action_type")).toEqual({})
    expect(breakdownBy(rows.get("d"), "age")).toBeNull()
  })
})

describeRecorded("recorded rows", () => {
  it("counts a number that stands twice once", () => {
    const { response, expect: wanted } = recorded(
      "ig_insights_story_navigation_breakdown"
    )
    const row = readInsightsRows(response.body).get("navigation")
    expect({
      metrics: { navigation: row?.value },
      breakdowns: {
        navigation: breakdownBy(row, "story_navigation_action_type"),
      },
    }).toEqual(wanted)
  })

  it("reads an account's breakdown over two dimensions", () => {
    const { body } = recorded("ig_user_insights_total_value_breakdown").response
    const row = readInsightsRows({
      data: (body as { data: object[] }).data.map((entry) => ({
        ...entry,
        period: "lifetime",
      })),
    }).get("reach")
    expect(row?.value).toBe(14516883)
    expect(breakdownBy(row, "follow_type")?.follower).toBeGreaterThan(0)
  })

  it("finds the error inside a batch answer of status 200", () => {
    const { body } = recorded("fb_batch_first_item_error").response
    const [first, second] = body as unknown[]
    const call = testCall({}, { now: () => NOW })
    expect(readBatchItem(edge, first, "v2.3/2", call).error).toMatchObject({
      kind: "gone",
      scope: "post",
    })
    expect(readBatchItem(edge, second, "v2.3/me", call).body).toMatchObject({
      id: "123456789",
    })
  })

  it("reads pages and where they go on", () => {
    const first = readPage(recorded("ig_comments_page1").response.body)
    expect(first).toMatchObject({ after: "after" })
    expect(first.data).toHaveLength(2)
    expect(
      readPage(recorded("ig_comments_page2_last").response.body).after
    ).toBeNull()
  })
})

describe("batch items", () => {
  const call = () => testCall({ id: "sacc_9" }, { now: () => NOW })
  it("takes null and cut off bodies for trouble that passes", () => {
    for (const item of [
      null,
      undefined,
      { code: 200, body: '{"id":' },
      { code: 200, body: "null" },
      { code: 200, body: "false" },
      { code: 200 },
    ]) {
      expect(readBatchItem(edge, item, "v26.0/1", call()).error?.kind).toBe(
        "transient"
      )
    }
  })

  it("keeps long ids and parks a limit found inside", () => {
    const limited = call()
    const body = JSON.stringify({ error: { code: 80001, message: "x" } })
    expect(
      readBatchItem(edge, { code: 400, body }, "v26.0/1", limited).error?.kind
    ).toBe("rate_limit")
    expect(limited.budget.parkedUntil("account:sacc_9")).toEqual(
      new Date("2026-11-01T12:30:00Z")
    )
    const good = readBatchItem(
      edge,
      { code: 200, body: '{"id":17900000000000001234}' },
      "x",
      call()
    )
    expect(good.body).toEqual({ id: "17900000000000001234" })
  })
})

describe("a limit inside a batch", () => {
  it("waits for the minutes of the answer around it", async () => {
    const limited = testCall({ id: "sacc_9" }, { now: () => NOW })
    const body = JSON.stringify({ error: { code: 80001, message: "x" } })
    const headers = {
      "x-business-use-case-usage": JSON.stringify({
        a: [{ type: "pages", estimated_time_to_regain_access: 90 }],
      }),
    }
    const item = { code: 400, body }
    expect(
      readBatchItem(edge, item, "v26.0/1", limited, headers).error?.retry_at
    ).toEqual(new Date("2026-11-01T13:30:00Z"))
  })
})

describe("paging", () => {
  const next =
    "https://graph.example/v26.0/1/comments?access_token=secret&after=c2"
  it("ends only when next is absent", () => {
    expect(
      readPage({ data: [], paging: { cursors: { after: "c2" }, next } }).after
    ).toBe("c2")
    expect(
      readPage({ data: [1], paging: { cursors: { after: "c2" } } }).after
    ).toBeNull()
    expect(readPage({ data: [1], paging: { next } }).after).toBe("c2")
  })

  it("stops on a repeated cursor and at the end that is an error", async () => {
    const asked: string[] = []
    const same = await collect(
      pagesAfter("c1", async (after) => {
        asked.push(after)
        return { data: [after], paging: { cursors: { after: "c1" }, next } }
      })
    )
    expect(asked).toEqual(["c1"])
    expect(same).toHaveLength(1)
    const body = {
      error: {
        code: 100,
        message: "(#100) After Cursor specified exceeds the max limit",
      },
    }
    const error = classifyGraphAnswer(
      "Facebook",
      { status: 400, headers: {}, body },
      "/",
      NOW
    )
    expect(
      await collect(pagesAfter("c1", () => Promise.reject(error)))
    ).toEqual([])
    await expect(
      collect(pagesAfter("c1", () => Promise.reject(new Error("x"))))
    ).rejects.toThrow("x")
  })
})

describe("usage headers", () => {
  const read = (headers: Record<string, string>) =>
    readGraphUsage(headers, "instagram", "sacc_1", NOW)
  it("reads percent as shares, keeps every entry, waits for the longest", () => {
    const readings = read({
      "x-app-usage": '{"call_count":28,"total_time":25,"total_cputime":31}',
      "x-business-use-case-usage": JSON.stringify({
        "645000000000001": [
          {
            type: "instagram",
            call_count: 10,
            total_cputime: 97,
            total_time: 1,
            estimated_time_to_regain_access: 0,
          },
        ],
        "17841000000000001": [
          {
            type: "instagram",
            call_count: 20,
            total_cputime: 1,
            total_time: 1,
            estimated_time_to_regain_access: 7,
          },
        ],
      }),
    })
    expect(readings).toEqual([
      { scope: "app", bucket: "app:instagram", used: 0.31, resets_at: null },
      {
        scope: "account",
        bucket: "account:sacc_1",
        used: 0.97,
        resets_at: new Date("2026-11-01T12:07:00Z"),
      },
      {
        scope: "account",
        bucket: "account:sacc_1:instagram:645000000000001",
        used: 0.97,
        resets_at: null,
      },
      {
        scope: "account",
        bucket: "account:sacc_1:instagram:17841000000000001",
        used: 0.2,
        resets_at: new Date("2026-11-01T12:07:00Z"),
      },
    ])
  })

  it.each([
    [{}],
    [{ "x-app-usage": "{" }],
    [{ "x-app-usage": "{}" }],
    [{ "x-business-use-case-usage": "null" }],
    [{ "x-business-use-case-usage": '{"1":"x","2":[{}],"3":[null]}' }],
  ])("knows nothing from %j", (headers) => {
    expect(read(headers)).toEqual([])
  })
})
