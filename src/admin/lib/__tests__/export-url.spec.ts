import { exportUrl, nameOfFile } from "../export-url"

const CSV = { kind: "posts", format: "csv" } as const

describe("exportUrl", () => {
  it("carries the filters, lists and all, and leaves out what is not set", () => {
    const query = {
      platform: ["instagram", "facebook"],
      q: "linen & wool",
      alive: undefined,
      has_problems: false,
    }
    const url = new URL(exportUrl({ ...CSV, query }, "https://shop.example"))
    expect(url.pathname).toBe("/admin/social-exports/posts")
    expect([...url.searchParams]).toEqual([
      ["format", "csv"],
      ["platform[]", "instagram"],
      ["platform[]", "facebook"],
      ["q", "linen & wool"],
      ["has_problems", "false"],
    ])
  })

  it("stays below the path of a backend", () => {
    expect(exportUrl(CSV, "https://example.com/store/")).toBe(
      "https://example.com/store/admin/social-exports/posts?format=csv"
    )
  })
})

describe("nameOfFile", () => {
  it("is the server's, else one's own", () => {
    expect(nameOfFile('attachment; filename="a-b.csv"', CSV)).toBe("a-b.csv")
    expect(nameOfFile(null, CSV)).toBe("social-posts.csv")
  })
})
