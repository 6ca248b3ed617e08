import type { KillPoint } from "../utils/kill-points"
import { complaintsOf, killAndResume } from "../utils/kill-series"
import {
  FOUR_HUNDRED,
  type SeededStore,
  seededStore,
} from "../utils/store-suite"

jest.setTimeout(120000)

/** `npm run simulate` goes through twenty. */
const POINTS: KillPoint[] = [
  { at: "claimed" },
  { at: "call", n: 6 },
  { at: "transaction", n: 2 },
  { at: "commit", n: 1 },
]

describe("a bulk sync of 400 posts, killed and started again", () => {
  let store: SeededStore
  beforeAll(async () => {
    store = await seededStore(FOUR_HUNDRED)
    store.sandbox.setLatency(5)
  })
  afterAll(() => store.close())

  it("is about 400 posts", () => expect(store.posts).toBe(400))

  it.each(POINTS)(
    "loses and doubles nothing, killed at $at $n",
    async (point) => {
      const { sandbox, database, posts } = store
      const result = await killAndResume(point, { sandbox, template: database })
      expect(complaintsOf(result, posts)).toEqual([])
      expect(result.written).toBeLessThan(posts)
    }
  )
})
