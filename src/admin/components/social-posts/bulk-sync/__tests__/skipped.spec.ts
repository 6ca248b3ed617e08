import { againWithForce, whySkipped } from "../skipped"

const account = {
  id: "sacc_1",
  platform: "twitter",
  status: "active" as const,
  parked_until: null,
}
const paused = { ...account, id: "sacc_2", status: "paused" as const }

describe("whySkipped", () => {
  it("is sure that posts were fresh when every account can be read", () => {
    expect(whySkipped({ scope: {} }, [account], undefined)).toBe("fresh")
  })

  it("is not sure when one cannot, or nothing is known yet", () => {
    expect(whySkipped({ scope: {} }, [account, paused], undefined)).toBe(
      "either"
    )
    expect(whySkipped({ scope: {} }, undefined, undefined)).toBe("either")
  })

  it("looks only at the account the run was about", () => {
    const scope = { account_id: account.id }
    expect(whySkipped({ scope }, [account, paused], undefined)).toBe("fresh")
  })

  it("looks at chosen posts themselves", () => {
    const scope = { post_ids: ["spost_1"] }
    const post = { status: "posted" as const, account }
    expect(whySkipped({ scope }, [paused], [post])).toBe("fresh")
    expect(whySkipped({ scope }, [], [{ ...post, status: "draft" }])).toBe(
      "either"
    )
  })

  it("rules out fresh numbers when those were read as well", () => {
    const scope = { force: true }
    expect(whySkipped({ scope }, [account], undefined)).toBe("unreadable")
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
