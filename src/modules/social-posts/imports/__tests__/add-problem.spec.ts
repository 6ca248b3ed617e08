import { CURSOR_EXPIRED } from "../../../../platform-kit"
import type { ImportProblem } from "../../types/imports"
import { addProblem } from "../add-problem"

const rests = Array.from({ length: 150 }, (_, page) => ({
  code: "limit",
  message: "Wait.",
  page,
}))
const restart = (page: number): ImportProblem => ({
  code: CURSOR_EXPIRED,
  message: "The place is not known any more.",
  page,
})

describe("addProblem", () => {
  it("never forgets that a walk began again: that is counted", () => {
    const all = [...rests, restart(1), ...rests, restart(2), ...rests]
    const kept = all.reduce<ImportProblem[]>(addProblem, [])
    expect(kept).toHaveLength(100)
    expect(kept.filter(({ code }) => code === CURSOR_EXPIRED)).toEqual([
      restart(1),
      restart(2),
    ])
    expect(kept.slice(0, 97)).toEqual(rests.slice(0, 97))
    expect(kept.at(-1)).toEqual(rests.at(-1))
  })
})
