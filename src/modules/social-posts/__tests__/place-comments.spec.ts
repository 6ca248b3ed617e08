import { placeComments } from "../insights/place-comments"

const place = (...comments: [string, string | null][]) =>
  [
    ...placeComments(
      comments.map(([name, parent_id]) => ({
        id: `scom_${name}`,
        platform_comment_id: name,
        parent_id,
      }))
    ),
  ].map(([root, replies]) => [
    root.platform_comment_id,
    replies.map(({ platform_comment_id }) => platform_comment_id).join(" "),
  ])

describe("placeComments", () => {
  it("hangs all levels on the top-level comment, in the order they come", () => {
    expect(
      place(["a2", "a1"], ["a", null], ["b", "gone"], ["a1", "a"], ["b1", "b"])
    ).toEqual([
      ["a", "a2 a1"],
      ["b", "b1"],
    ])
  })

  it("makes each comment of a circle top-level", () => {
    expect(
      place(
        ["below", "c"],
        ["a", "c"],
        ["b", "a"],
        ["c", "b"],
        ["late", "below"],
        ["self", "self"],
        ["answer", "self"]
      )
    ).toEqual([
      ["a", ""],
      ["b", ""],
      ["c", "below late"],
      ["self", "answer"],
    ])
  })

  it("is quick with a long chain", () => {
    const chain = Array.from(
      { length: 20000 },
      (_, index) =>
        [`c${index}`, index === 0 ? null : `c${index - 1}`] as [
          string,
          string | null,
        ]
    )
    const start = Date.now()
    expect(place(...chain.reverse())).toHaveLength(1)
    expect(Date.now() - start).toBeLessThan(2000)
  })
})
