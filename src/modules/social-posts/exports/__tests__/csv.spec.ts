import { type Cell, type Column, numberOrNull } from "../column"
import { csvCell, csvHeader, csvLine } from "../csv"
import { POST_COLUMNS, type PostRow } from "../post-columns"
import { withoutExpired } from "../without-expired"
import { writeTable } from "../write-table"

describe("csvCell", () => {
  it.each<[string, Cell, string]>([
    ["unknown", null, ""],
    ["zero", 0, "0"],
    ["a negative number", -3, "-3"],
    ["a rate", 6.14, "6.14"],
    ["no", false, "false"],
  ])("leaves %s as it is", (_what, value, text) => {
    expect(csvCell("number", value)).toBe(text)
  })

  it.each([
    ["=1+1", `"'=1+1"`],
    ["+49 30 1", `"'+49 30 1"`],
    ["-5", `"'-5"`],
    ["@shop", `"'@shop"`],
    ["\tx", `"'\tx"`],
    ["\r=1", `"'\r=1"`],
    ["＝1+1", `"'＝1+1"`],
    ["1-1=0", `"1-1=0"`],
    ["'quoted'", `"'quoted'"`],
  ])("makes the text %j harmless", (text, cell) => {
    expect(csvCell("text", text)).toBe(cell)
  })

  it("doubles quotes and keeps commas and line ends inside", () => {
    expect(csvCell("text", 'a "b", c\r\nd')).toBe('"a ""b"", c\r\nd"')
  })

  it("cannot be broken out of by a quote before a formula", () => {
    expect(csvCell("text", '",=1+1,"')).toBe('""",=1+1,"""')
  })

  it("keeps every digit of an id", () => {
    expect(csvCell("id", "17900000000000001")).toBe('"17900000000000001"')
  })

  it("writes lists and reasons as one text", () => {
    expect(csvCell("list", ["spring", "sale"])).toBe('"spring sale"')
    expect(csvCell("list", [])).toBe("")
    expect(csvCell("list", ["=a", "b"])).toBe(`"'=a b"`)
    expect(
      csvCell("reasons", { impressions: "retired", saves: "not_offered" })
    ).toBe('"impressions: retired; saves: not_offered"')
  })
})

describe("writeTable", () => {
  interface Row {
    name: string
    likes: unknown
  }
  const columns: Column<Row>[] = [
    { name: "name", kind: "text", value: ({ name }) => name },
    {
      name: "likes",
      kind: "number",
      value: ({ likes }) => numberOrNull(likes),
    },
  ]
  async function* pages(...rows: Row[][]) {
    yield* rows
  }
  const all = async (text: AsyncIterable<string>) => {
    let whole = ""
    for await (const piece of text) {
      whole += piece
    }
    return whole
  }

  it("writes CSV with a mark for Excel, a header and CRLF", async () => {
    const text = await all(
      writeTable(
        "csv",
        columns,
        pages([{ name: "ä", likes: 0 }], [{ name: "b", likes: [1] }])
      )
    )
    expect(text).toBe('\uFEFF"name","likes"\r\n"ä",0\r\n"b",\r\n')
  })

  it("writes JSON that is one array, with unknown as null", async () => {
    const rows = [
      { name: "=1", likes: 0 },
      { name: "b", likes: "3" },
    ]
    const text = await all(writeTable("json", columns, pages(rows, rows)))
    const once = [
      { name: "=1", likes: 0 },
      { name: "b", likes: null },
    ]
    expect(JSON.parse(text)).toEqual([...once, ...once])
  })

  it("writes an empty table", async () => {
    expect(await all(writeTable("json", columns, pages()))).toBe("[]\n")
    expect(await all(writeTable("csv", columns, pages()))).toBe(
      '\uFEFF"name","likes"\r\n'
    )
  })

  it("is no JSON when it breaks off", async () => {
    async function* breaking() {
      yield [{ name: "a", likes: 1 }]
      throw new Error("away")
    }
    let text = ""
    const read = async () => {
      for await (const piece of writeTable("json", columns, breaking())) {
        text += piece
      }
    }
    await expect(read()).rejects.toThrow("away")
    expect(() => JSON.parse(text)).toThrow()
  })
})

describe("the columns of posts", () => {
  it("have names of their own, one each", () => {
    const names = POST_COLUMNS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(csvHeader(POST_COLUMNS)).toContain('"platform_post_id"')
  })

  it("take no list and no text for a number", () => {
    const row = {
      insights: { likes: 0, comments: [1, 2], reach: "12", unavailable: null },
    } as unknown as PostRow
    const cells = Object.fromEntries(
      POST_COLUMNS.map(({ name, value }) => {
        try {
          return [name, value(row)]
        } catch {
          return [name, undefined]
        }
      })
    )
    expect(cells).toMatchObject({ likes: 0, comments: null, reach: null })
  })
})

describe("withoutExpired", () => {
  const rules = new Map([
    [
      "linkedin",
      [
        { data: "comments" as const, keep_hours: 48 },
        { data: "comment_authors" as const, keep_hours: 24 },
      ],
    ],
    ["twitter", [{ data: "comments" as const, keep_hours: 0 }]],
  ])
  const now = new Date("2026-11-21T12:00:00Z")
  const comment = (platform: string, hours: number, removed = false) =>
    withoutExpired(
      {
        platform,
        text: "Nice",
        author_id: "1",
        author_name: "Ann",
        like_count: 2,
        fetched_at: new Date(now.getTime() - hours * 3600000),
        removed_at: removed ? now : null,
      } as never,
      rules,
      now
    )

  it.each([
    ["linkedin", 23, "Nice", "Ann"],
    ["linkedin", 25, "Nice", null],
    ["linkedin", 49, null, null],
    ["twitter", 4900, "Nice", "Ann"],
    ["instagram", 4900, "Nice", "Ann"],
  ])("%s after %d hours: %s by %s", (platform, hours, text, author_name) => {
    expect(comment(platform, hours)).toMatchObject({
      text,
      author_name,
      like_count: 2,
    })
  })

  it("says nothing of a comment that was removed", () => {
    expect(comment("instagram", 1, true)).toMatchObject({
      text: null,
      author_name: null,
      author_id: null,
    })
  })
})

describe("csvLine", () => {
  it("has a cell for each column", () => {
    const columns: Column<number>[] = [
      { name: "a", kind: "number", value: (row) => row },
      { name: "b", kind: "text", value: () => null },
      { name: "c", kind: "text", value: () => "x" },
    ]
    expect(csvLine(columns, 3)).toBe('3,,"x"\r\n')
  })
})
