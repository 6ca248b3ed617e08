import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const FILES = readdirSync(join(__dirname, "../en"))
const textsOf = (language: string, file: string): object =>
  JSON.parse(readFileSync(join(__dirname, "..", language, file), "utf8"))

/** "picker.title", … of every text. */
const keysOf = (texts: object, path = ""): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [`${path}${key}`]
      : keysOf(value as object, `${path}${key}.`)
  )

const valueOf = (texts: object, key: string): string =>
  key
    .split(".")
    .reduce<unknown>(
      (part, name) => (part as Record<string, unknown>)[name],
      texts
    ) as string

const blanksOf = (text: string) =>
  [...text.matchAll(/{{(\w+)}}/g)].map(([, blank]) => blank).sort()

/** "A day" needs no number. */
const isCounted = (key: string) => /_(zero|one)$/.test(key)

describe.each(FILES)("%s", (file) => {
  const english = textsOf("en", file)
  const german = textsOf("de", file)

  it("says everything in both languages", () => {
    expect(keysOf(german).sort()).toEqual(keysOf(english).sort())
  })

  it("fills the same blanks in both", () => {
    for (const key of keysOf(english).filter((one) => !isCounted(one))) {
      expect([key, blanksOf(valueOf(german, key))]).toEqual([
        key,
        blanksOf(valueOf(english, key)),
      ])
    }
  })
})
