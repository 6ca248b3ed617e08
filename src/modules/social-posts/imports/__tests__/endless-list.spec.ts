import { CURSOR_EXPIRED } from "../../../../platform-kit"
import type { ImportProblem } from "../../types/imports"
import { EndlessList } from "../endless-list"

const FRUITFUL = { listed: 10, taken: 1 }
const REPEATED = { listed: 10, taken: 0 }
const EMPTY = { listed: 0, taken: 0 }

const restartAt = (page: number): ImportProblem => ({
  code: CURSOR_EXPIRED,
  message: "The place is not known any more.",
  page,
})

/** How many pages of a kind in a row end a walk. */
const endsAfter = (
  kind: typeof REPEATED,
  list = new EndlessList({ problems: [] })
) => {
  for (let pages = 1; pages < 2000; pages++) {
    const error = list.judge(kind, "Fake")
    if (error) {
      return { pages, error }
    }
  }
  return null
}

describe("EndlessList", () => {
  it("is one that repeats itself for 25 pages in a row", () => {
    const end = endsAfter(REPEATED)
    expect(end).toMatchObject({ pages: 25, error: { code: "list_in_circles" } })
    expect(end?.error.message).toContain("again and again")
  })

  it("is none while something new comes", () => {
    expect(endsAfter(FRUITFUL)).toBeNull()
    const list = new EndlessList({ problems: [] })
    for (let page = 0; page < 100; page++) {
      expect(list.judge(page % 25 ? REPEATED : FRUITFUL, "Fake")).toBeNull()
    }
  })

  it("may repeat what was read before the walk began again", () => {
    const limit = { code: "limit", message: "Wait.", page: 300 }
    const problems = [restartAt(40), limit, restartAt(90), limit]
    expect(endsAfter(REPEATED, new EndlessList({ problems }))?.pages).toBe(115)
  })

  it("is one of empty pages only after very many", () => {
    const end = endsAfter(EMPTY)
    expect(end).toMatchObject({
      pages: 500,
      error: { code: "list_in_circles" },
    })
    expect(end?.error.message).toContain("empty pages")
  })

  it("does not hide its circles behind empty pages", () => {
    const list = new EndlessList({ problems: [] })
    for (let page = 0; page < 24; page++) {
      expect(list.judge(REPEATED, "Fake")).toBeNull()
      expect(list.judge(EMPTY, "Fake")).toBeNull()
    }
    expect(list.judge(REPEATED, "Fake")).not.toBeNull()
  })
})
