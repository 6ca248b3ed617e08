import { readAccountRows } from "../account-rows"
import { breakdownBy, slicesBy } from "../insights-rows"
import { describeRecorded, recorded } from "./support"

const answer = (...data: unknown[]) => ({ data })

describe("readAccountRows", () => {
  it("gives a series to the days before their ends", () => {
    const rows = readAccountRows(
      answer({
        name: "reach",
        period: "day",
        values: [
          { value: 40, end_time: "2026-09-01T07:00:00+0000" },
          { value: 0, end_time: "2026-11-02T08:00:00+0000" },
          { value: "n/a", end_time: "2026-11-03T08:00:00+0000" },
          { value: 7 },
        ],
      })
    )
    expect(
      rows.get("reach")?.points.map(({ day, value }) => [day, value])
    ).toEqual([
      ["2026-08-31", 40],
      ["2026-11-01", 0],
      ["2026-11-02", null],
    ])
    expect(rows.get("reach")?.total).toBeNull()
  })

  it("reads totals, and leaves rolling sums alone", () => {
    const rows = readAccountRows(
      answer(
        { name: "views", period: "day", total_value: { value: 900 } },
        { name: "page_views", period: "days_28", values: [{ value: 1 }] },
        { name: "page_views", period: "week", values: [{ value: 1 }] },
        { name: "shell", period: "day", total_value: {} }
      )
    )
    expect(rows.get("views")).toMatchObject({ total: 900, points: [] })
    expect(rows.get("shell")?.total).toBeNull()
    expect([...rows.keys()]).toEqual(["views", "shell"])
  })

  it("prefers the days to a lifetime row, whichever comes last", () => {
    const day = {
      name: "page_media_view",
      period: "day",
      values: [{ value: 12, end_time: "2026-09-02T07:00:00+0000" }],
    }
    const lifetime = {
      ...day,
      period: "lifetime",
      values: [{ value: 0, end_time: "2026-09-02T07:00:00+0000" }],
    }
    for (const data of [
      [day, lifetime],
      [lifetime, day],
      [day, { ...day, values: [] }],
    ]) {
      const { points } = readAccountRows({ data }).get("page_media_view") ?? {}
      expect(points?.map(({ value }) => value)).toEqual([12])
    }
  })

  it("sorts a series and takes each day once", () => {
    const rows = readAccountRows(
      answer({
        name: "follower_count",
        period: "day",
        values: [
          { value: "5", end_time: "2026-09-03T07:00:00+0000" },
          { value: 3, end_time: "2026-09-01T07:00:00+0000" },
          { value: 0, end_time: "2026-09-03T07:00:00+0000" },
        ],
      })
    )
    expect(
      rows.get("follower_count")?.points.map(({ day, value }) => [day, value])
    ).toEqual([
      ["2026-08-31", 3],
      ["2026-09-02", 5],
    ])
  })

  it("takes a sole value that names no day for the total", () => {
    const rows = readAccountRows(
      answer(
        { name: "reach", period: "day", values: [{ value: "314" }] },
        { name: "views", period: "day", values: [{ value: 1 }, { value: 2 }] }
      )
    )
    expect(rows.get("reach")).toMatchObject({ total: 314, points: [] })
    expect(rows.get("views")?.total).toBeNull()
  })

  it("reads objects, empty ones too", () => {
    const rows = readAccountRows(
      answer({
        name: "online_followers",
        period: "lifetime",
        values: [
          { value: { 0: 12, 1: 9 }, end_time: "2026-11-02T08:00:00+0000" },
          { value: [], end_time: "2026-11-03T08:00:00+0000" },
        ],
      })
    )
    expect(
      rows.get("online_followers")?.points.map(({ parts }) => parts)
    ).toEqual([{ 0: 12, 1: 9 }, {}])
  })

  it("finds a dimension wherever it stands", () => {
    const rows = readAccountRows(
      answer({
        name: "engaged_audience_demographics",
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
      })
    )
    const row = rows.get("engaged_audience_demographics")
    expect(slicesBy(row, "country")).toEqual({ DE: 12, AT: 3 })
    expect(breakdownBy(row, "country")).toEqual({ de: 12, at: 3 })
    expect(slicesBy(row, "city")).toBeNull()
  })

  it.each([[null], [{}], [{ data: "?" }], [{ data: [null, { name: 1 }] }]])(
    "reads nothing out of %j",
    (odd) => {
      expect(readAccountRows(odd).size).toBe(0)
    }
  )
})

describeRecorded("a recorded answer", () => {
  it("keeps the total, which is not the sum of its slices", () => {
    const { response, expect: wanted } = recorded(
      "ig_user_insights_total_value_breakdown"
    )
    const row = readAccountRows(response.body).get("reach")
    expect(row?.total).toBe((wanted.metrics as { reach: number }).reach)
    expect(row?.breakdowns[0]?.results).toHaveLength(
      wanted.breakdown_rows as number
    )
    const slices = Object.values(slicesBy(row, "media_product_type") ?? {})
    const sum = slices.reduce((all, slice) => all + slice, 0)
    expect(sum).toBeGreaterThan(row?.total as number)
  })
})
