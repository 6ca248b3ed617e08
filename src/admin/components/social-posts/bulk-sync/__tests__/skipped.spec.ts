import type { SocialSyncProblem } from "../../../../types/http"
import { againWithForce, untoldSkips } from "../skipped"

const problem = (rest: Partial<SocialSyncProblem>): SocialSyncProblem => ({
  post_id: "spost_1",
  platform: "twitter",
  status: "skipped",
  message: "The account must be reconnected or resumed first.",
  ...rest,
})

describe("untoldSkips", () => {
  it("takes for fresh what has no reason of its own", () => {
    const problems = [problem({ more: 3 }), problem({ status: "failed" })]
    expect(untoldSkips({ scope: {}, skipped: 9, problems })).toEqual({
      count: 5,
      reason: "fresh",
    })
  })

  it("leaves nothing over when each reason is told", () => {
    const run = { scope: {}, skipped: 1, problems: [problem({})] }
    expect(untoldSkips(run).count).toBe(0)
  })

  it("rules out fresh numbers when those were read as well", () => {
    const run = { scope: { force: true }, skipped: 2, problems: [] }
    expect(untoldSkips(run).reason).toBe("unreadable")
  })

  it("is not sure about a run that ended early", () => {
    const problems = [problem({ post_id: undefined, status: "failed" })]
    expect(untoldSkips({ scope: {}, skipped: 2, problems }).reason).toBe(
      "either"
    )
  })
})

describe("againWithForce", () => {
  it("asks for the same posts again", () => {
    expect(againWithForce({ platform: "twitter", limit: 5 })).toEqual({
      platform_id: "twitter",
      limit: 5,
      force: true,
    })
    expect(againWithForce({ post_ids: ["spost_1"], limit: 1 })).toEqual({
      post_ids: ["spost_1"],
      force: true,
    })
  })
})
