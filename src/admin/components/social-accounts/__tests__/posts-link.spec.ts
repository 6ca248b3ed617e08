import { postsOf } from "../posts-link"

const filtersOf = (link: string) =>
  Object.fromEntries(new URL(link, "http://shop").searchParams)

describe("postsOf", () => {
  it("filters the list of posts as its table writes filters", () => {
    expect(filtersOf(postsOf("sacc_1"))).toEqual({ account_id: '["sacc_1"]' })
    expect(filtersOf(postsOf("sacc_1", { problems: true }))).toEqual({
      account_id: '["sacc_1"]',
      has_problems: '"true"',
    })
  })
})
