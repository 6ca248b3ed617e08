import {
  hashtagsOf,
  mentionsOf,
  toArray,
  toDate,
  toId,
  toNumber,
  toRecord,
  toText,
} from "../coerce"

describe("toNumber", () => {
  it.each([
    [0, 0],
    [150, 150],
    [-3, -3],
    [0.5, 0.5],
    ["150", 150],
    ["-3", -3],
    [" 12.25 ", 12.25],
    ["0", 0],
  ])("takes %j as %d", (value, expected) => {
    expect(toNumber(value)).toBe(expected)
  })

  it.each([
    [null],
    [undefined],
    [""],
    [" "],
    ["n/a"],
    ["1,234"],
    ["12px"],
    [true],
    [{ value: 1 }],
    [[5]],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
  ])("does not know %p", (value) => {
    expect(toNumber(value)).toBeNull()
  })
})

describe("toId", () => {
  it("keeps texts as they are", () => {
    expect(toId("17912345678901237")).toBe("17912345678901237")
    expect(toId("urn:li:share:1")).toBe("urn:li:share:1")
  })

  it("turns a small number into a text", () => {
    expect(toId(42)).toBe("42")
  })

  it.each([[""], [null], [undefined], [1.5], [2 ** 53], [{}], [true]])(
    "refuses %p",
    (value) => {
      expect(toId(value)).toBeNull()
    }
  )
})

describe("toText", () => {
  it("takes texts only", () => {
    expect(toText("")).toBe("")
    expect(toText("hello")).toBe("hello")
    expect(toText(5)).toBeNull()
    expect(toText(null)).toBeNull()
  })
})

describe("toDate", () => {
  it.each([
    ["2026-11-01T12:00:00+0000", "2026-11-01T12:00:00.000Z"],
    ["2026-11-01T12:00:00-0530", "2026-11-01T17:30:00.000Z"],
    ["2026-11-01T12:00:00+02:00", "2026-11-01T10:00:00.000Z"],
    ["2026-11-01T12:00:00.250Z", "2026-11-01T12:00:00.250Z"],
    ["2026-11-01", "2026-11-01T00:00:00.000Z"],
    [1793534400000, "2026-11-01T12:00:00.000Z"],
    ["1793534400000", "2026-11-01T12:00:00.000Z"],
  ])("reads %j", (value, expected) => {
    expect(toDate(value)?.toISOString()).toBe(expected)
  })

  it.each([[null], [undefined], [""], ["yesterday"], [Number.NaN], [{}], [[]]])(
    "does not know %p",
    (value) => {
      expect(toDate(value)).toBeNull()
    }
  )
})

describe("toRecord and toArray", () => {
  it("tell objects from arrays and from nothing", () => {
    const object = { a: 1 }
    const list = [1]
    expect(toRecord(object)).toBe(object)
    expect(toRecord(list)).toBeNull()
    expect(toRecord(null)).toBeNull()
    expect(toRecord("a")).toBeNull()
    expect(toArray(list)).toBe(list)
    expect(toArray(object)).toEqual([])
    expect(toArray(undefined)).toEqual([])
  })
})

describe("hashtagsOf", () => {
  it("gives each tag once, lower case, without the sign", () => {
    expect(hashtagsOf("New #Summer drop! #summer #new_in2026.")).toEqual([
      "summer",
      "new_in2026",
    ])
  })

  it("reads letters of other scripts", () => {
    expect(hashtagsOf("#Größe #été #夏 #лето")).toEqual([
      "größe",
      "été",
      "夏",
      "лето",
    ])
  })

  it("does not cut tags at combining signs", () => {
    expect(hashtagsOf("#नमस्ते #ไทยน้ำ")).toEqual(["नमस्ते", "ไทยน้ำ"])
  })

  it.each([[null], [""], ["no tags, only # and #!"]])(
    "finds none in %j",
    (caption) => {
      expect(hashtagsOf(caption)).toEqual([])
    }
  )
})

describe("mentionsOf", () => {
  it("gives each name once, as it is written first, without the sign", () => {
    expect(
      mentionsOf("With @Studio_Nord, @mara.k. and (@STUDIO_NORD)!")
    ).toEqual(["Studio_Nord", "mara.k"])
  })

  it("reads names of other scripts and of a line's beginning", () => {
    expect(mentionsOf("@größe\n@été_2")).toEqual(["größe", "été_2"])
  })

  it.each([
    [null],
    [""],
    ["write to hello@example.com or a.b@example.com"],
    ["2 @ 5 € @ @."],
    ["https://example.com/@name"],
  ])("finds none in %j", (caption) => {
    expect(mentionsOf(caption)).toEqual([])
  })
})
