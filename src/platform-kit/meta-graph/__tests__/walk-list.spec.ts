import { toDate, toId } from "../../coerce"
import { PlatformError } from "../../errors"
import { CURSOR_EXPIRED, type PostListRequest } from "../../listing"
import { classifyGraphAnswer } from "../classify"
import { type ListedEntries, LONGEST_LIST, walkList } from "../walk-list"
import { errorOf, testCall } from "./support"

interface Asked {
  limit?: string
  since?: string
  after?: string
}

const item = (id: number | string, timestamp = "2026-10-01T00:00:00+0000") => ({
  id: String(id),
  timestamp,
})

const page = (data: unknown[], after: string | null, next = true) => ({
  data,
  paging: {
    cursors: { after: after ?? "last" },
    ...(after !== null && next && { next: `https://graph/x?after=${after}` }),
  },
})

const refusal = (error: Record<string, unknown>, status = 400) =>
  classifyGraphAnswer(
    "Instagram",
    { status, headers: {}, body: { error } },
    "/v26.0/1/media",
    new Date()
  ) as PlatformError

async function walk(
  answers: readonly unknown[] | ((asked: Asked) => unknown),
  request: Partial<PostListRequest> = {},
  call = testCall({})
) {
  const asked: Asked[] = []
  const pages: ListedEntries[] = []
  const walked = walkList(call, {
    list: "media",
    page_size: 100,
    request: { since: null, cursor: null, ...request },
    read: async (params) => {
      const answer =
        typeof answers === "function" ? answers(params) : answers[asked.length]
      asked.push(params)
      if (PlatformError.is(answer)) {
        throw answer
      }
      return answer
    },
    idOf: ({ id }) => toId(id),
    postedAt: ({ timestamp }) => toDate(timestamp),
  })
  for await (const one of walked) {
    pages.push(one)
  }
  const ids = pages.flatMap(({ entries }) => entries.map(({ id }) => id))
  return { asked, pages, ids, cursors: pages.map((one) => one.next_cursor) }
}

describe("walking a list of Meta", () => {
  it("follows cursors until there is no next page, whatever the page holds", async () => {
    const { asked, ids, cursors } = await walk([
      page([item(1), item(2)], "a"),
      page([], "b"),
      page([item(3)], null),
    ])
    expect(asked).toEqual([
      { limit: "100" },
      { limit: "100", after: "a" },
      { limit: "100", after: "b" },
    ])
    expect(ids).toEqual(["1", "2", "3"])
    expect(cursors).toEqual(["a", "b", null])
  })

  it("gives an entry once that is on two pages, and none without an id", async () => {
    const { ids } = await walk([
      page([item(1), item(2), { caption: "?" }, null], "a"),
      page([item(2), item(3)], null),
    ])
    expect(ids).toEqual(["1", "2", "3"])
  })

  it("asks for posts since a time in seconds and drops older ones", async () => {
    const { asked, ids } = await walk(
      [
        page([item(1), item(2, "2026-08-31T23:59:59+0000")], "a"),
        page([item(3, "2026-09-01T00:00:00+0000")], null),
      ],
      { since: new Date("2026-09-01T00:00:00Z") }
    )
    expect(asked[0]?.since).toBe("1788220800")
    expect(ids).toEqual(["1", "3"])
  })

  it("ends behind a page that is too old as a whole, not behind an empty one", async () => {
    const old = "2026-01-01T00:00:00+0000"
    const { asked, cursors } = await walk(
      [page([], "a"), page([item(1)], "b"), page([item(2, old)], "c")],
      { since: new Date("2026-09-01T00:00:00Z") }
    )
    expect(asked).toHaveLength(3)
    expect(cursors).toEqual(["a", "b", null])
  })

  it("ends when the same place is given again", async () => {
    const { cursors } = await walk([
      page([item(1)], "a"),
      page([item(2)], "b"),
      page([item(3)], "a"),
    ])
    expect(cursors).toEqual(["a", "b", null])
    const resumed = await walk([page([item(1)], "a")], { cursor: "a" })
    expect(resumed.cursors).toEqual([null])
  })

  it("ends behind the longest list there is", async () => {
    let next = 0
    const { ids, cursors } = await walk(() => {
      const data = Array.from({ length: 100 }, () => item(++next))
      return page(data, `after-${next}`)
    })
    expect(ids).toHaveLength(LONGEST_LIST)
    expect(cursors.at(-1)).toBeNull()
  })

  it("does not follow empty pages for ever", async () => {
    let next = 0
    const error = await errorOf(() => walk(() => page([], `after-${++next}`)))
    expect(error).toMatchObject({ kind: "transient", code: "endless_list" })
    expect(next).toBeLessThan(30)
  })

  it("asks for half as much when it is too much, and remembers it", async () => {
    const call = testCall({})
    const tooMuch = refusal(
      {
        code: 1,
        message: "Please reduce the amount of data you're asking for",
      },
      500
    )
    const answer = ({ limit }: Asked) =>
      Number(limit) > 30 ? tooMuch : page([item(1)], null)
    const first = await walk(answer, {}, call)
    expect(first.asked.map(({ limit }) => limit)).toEqual(["100", "50", "25"])
    const second = await walk(answer, {}, call)
    expect(second.asked.map(({ limit }) => limit)).toEqual(["25"])
    await expect(walk(() => tooMuch, {}, call)).rejects.toBe(tooMuch)
  })

  it.each([
    ["its own code", { code: 2642, message: "(#2642) Invalid cursors values" }],
    ["words", { code: 100, message: "(#100) The cursor has expired" }],
    ["foreign words", { code: 100, message: "Paramètre non valide" }],
  ])("says that a place is no longer known (%s)", async (_, error) => {
    const refused = refusal(error)
    await expect(walk([refused], { cursor: "a" })).rejects.toMatchObject({
      kind: "invalid",
      code: CURSOR_EXPIRED,
    })
  })

  it("does not blame the place when none was given", async () => {
    const refused = refusal({ code: 100, message: "Paramètre non valide" })
    await expect(walk([refused])).rejects.toBe(refused)
  })

  it("takes a place beyond the end for the end", async () => {
    const end = refusal({
      code: 100,
      message: "(#100) After Cursor specified exceeds the max limit",
    })
    const { ids, cursors } = await walk([page([item(1)], "a"), end])
    expect(ids).toEqual(["1"])
    expect(cursors).toEqual(["a", null])
  })

  it("concludes nothing when the account itself is not shown", async () => {
    const gone = refusal({
      code: 100,
      error_subcode: 33,
      message: "Unsupported get request. Object with ID '1' does not exist",
    })
    await expect(walk([gone])).rejects.toMatchObject({
      kind: "transient",
      scope: "account",
    })
  })
})
