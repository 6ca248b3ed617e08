import { parseJson } from "../json"

describe("parseJson", () => {
  it("keeps ids above 2^53 as strings", () => {
    expect(parseJson('{"id":17912345678901237}')).toEqual({
      id: "17912345678901237",
    })
  })

  it("keeps long ids as strings even when a number could hold them", () => {
    // 2^54 and a round number: exact as doubles, and still ids.
    expect(parseJson("[18014398509481984, 17841400000000000]")).toEqual([
      "18014398509481984",
      "17841400000000000",
    ])
  })

  it("keeps negative long integers as strings", () => {
    expect(parseJson('{"id": -17912345678901237}')).toEqual({
      id: "-17912345678901237",
    })
  })

  it("leaves the largest safe integer a number", () => {
    expect(parseJson('{"id":9007199254740991}')).toEqual({
      id: 9007199254740991,
    })
  })

  it("leaves small numbers beside a long id numbers", () => {
    expect(
      parseJson('{"id":17912345678901237,"likes":150,"rate":-0.5,"big":1e5}')
    ).toEqual({
      id: "17912345678901237",
      likes: 150,
      rate: -0.5,
      big: 100000,
    })
  })

  it("leaves floats with many digits numbers", () => {
    expect(parseJson('{"rate":0.06875123456789012}')).toEqual({
      rate: 0.06875123456789012,
    })
    expect(parseJson("[17912345678901237,0.06875123456789012]")).toEqual([
      "17912345678901237",
      0.06875123456789012,
    ])
  })

  it("leaves floats with more digits than a double numbers beside a long id", () => {
    expect(parseJson("[17912345678901237,0.0687512345678901234]")).toEqual([
      "17912345678901237",
      0.0687512345678901234,
    ])
  })

  it("finds long ids in nested objects and arrays", () => {
    expect(
      parseJson(
        '{"data":[{"post":{"id": 17912345678901237}},[\n17912345678901239]]}'
      )
    ).toEqual({
      data: [{ post: { id: "17912345678901237" } }, ["17912345678901239"]],
    })
  })

  it("does not touch digits inside texts", () => {
    expect(parseJson('{"text":"call: 17912345678901237, now"}')).toEqual({
      text: "call: 17912345678901237, now",
    })
  })

  it.each(["", "{", '{"id":17912345678901237', "<html></html>", "[1,]"])(
    "throws a SyntaxError for %j",
    (text) => {
      expect(() => parseJson(text)).toThrow(SyntaxError)
    }
  )
})
