import type { SocialSyncProblem } from "../../../types/http"
import {
  countSkipped,
  endedBecause,
  groupProblems,
  percentOf,
} from "../progress"
import { refreshEvery } from "../refresh-every"
import { matchGroup } from "../search-problems"

const problem = (
  post_id: string | undefined,
  message: string,
  status: SocialSyncProblem["status"] = "failed"
): SocialSyncProblem => ({ post_id, platform: "twitter", status, message })

describe("percentOf", () => {
  it("is whole only when nothing is left", () => {
    const run = { success: 190, failed: 5, skipped: 4 }
    expect(percentOf({ ...run, total: 200 })).toBe(99)
    expect(percentOf({ ...run, total: 199 })).toBe(100)
  })

  it("is 0 before anything is claimed", () => {
    expect(percentOf({ total: 0, success: 0, failed: 0, skipped: 0 })).toBe(0)
  })
})

describe("groupProblems", () => {
  const groups = groupProblems([
    problem("a", "No comments", "partial"),
    problem("b", "No comments", "partial"),
    problem("c", "Gone"),
    problem("d", "Refused"),
    problem("e", "Refused"),
    problem(undefined, "The run ended early."),
  ])

  it("puts failures first, the most frequent of them on top", () => {
    expect(groups.map(({ message, post_ids }) => [message, post_ids])).toEqual([
      ["Refused", ["d", "e"]],
      ["Gone", ["c"]],
      ["No comments", ["a", "b"]],
    ])
  })

  it("counts skipped posts that are not named", () => {
    const skipped = [
      { ...problem("a", "Reconnect", "skipped"), more: 40 },
      problem("b", "Reconnect", "skipped"),
    ]
    const [group] = groupProblems(skipped)
    expect(group).toMatchObject({ post_ids: ["a", "b"], count: 42 })
    expect(countSkipped([...skipped, problem("c", "Gone")])).toBe(42)
  })

  it("leaves what ended the run as a whole to another place", () => {
    expect(
      endedBecause([problem(undefined, "Early."), problem("a", "x")])
    ).toEqual(["Early."])
  })
})

describe("matchGroup", () => {
  const [group] = groupProblems([problem("a", "Gone"), problem("b", "Gone")])
  const posts = new Map([["b", { id: "b", caption: "Blue mug" }]])
  const found = (search: string) =>
    group && matchGroup(group, posts, search)?.post_ids

  it("finds reasons, platforms and the texts of posts", () => {
    expect(found("")).toEqual(["a", "b"])
    expect(found("GONE")).toEqual(["a", "b"])
    expect(found("twitter")).toEqual(["a", "b"])
    expect(found("mug")).toEqual(["b"])
    expect(found("vase")).toBeUndefined()
  })
})

it("asks often only while something runs", () => {
  expect(refreshEvery([{ status: "success" }, { status: "running" }])).toBe(
    2_000
  )
  expect(refreshEvery([{ status: "success" }])).toBe(30_000)
  expect(refreshEvery(undefined)).toBe(30_000)
})
