import { lastOf, percentOf, runningOf } from "../import-progress"

const started_at = "2026-11-21T00:00:00Z"

describe("percentOf", () => {
  it("counts posts against the most that are wanted", () => {
    const progress = { posts: 250, oldest_posted_at: null, since: null }
    expect(percentOf({ limit: 1000, progress, started_at })).toBe(25)
  })

  it("counts days against the day it goes back to, if that is nearer", () => {
    const progress = {
      posts: 10,
      oldest_posted_at: "2026-11-16T00:00:00Z",
      since: "2026-11-11T00:00:00Z",
    }
    expect(percentOf({ limit: 1000, progress, started_at })).toBe(50)
  })

  it("is not done before it is over", () => {
    const progress = { posts: 1000, oldest_posted_at: null, since: null }
    expect(percentOf({ limit: 1000, progress, started_at })).toBe(99)
  })

  it("does not know how far everything goes", () => {
    const progress = { posts: 3, oldest_posted_at: started_at, since: null }
    expect(percentOf({ limit: null, progress, started_at })).toBeNull()
  })
})

describe("an account's imports", () => {
  const imports = [
    { status: "running" },
    { status: "partial" },
    { status: "success" },
  ] as const

  it("are the one that is going on and the last that is over", () => {
    expect(runningOf(imports)).toBe(imports[0])
    expect(lastOf(imports)).toBe(imports[1])
    expect(runningOf(imports.slice(1))).toBeUndefined()
    expect(lastOf(undefined)).toBeUndefined()
  })
})
