import { invalidParameter, syntaxError } from "./errors"

/** One entry of a `fields=` parameter. */
export interface FieldSpec {
  name: string
  alias?: string
  params: Record<string, string>
  fields: FieldSpec[] | null
}

/** Modifiers of field expansion (meta-common §7, facebook §6, instagram §3). */
const MODIFIERS = new Set([
  "after",
  "as",
  "before",
  "breakdown",
  "filter",
  "limit",
  "metric",
  "metric_type",
  "order",
  "period",
  "since",
  "summary",
  "type",
  "until",
])

class FieldParser {
  private at = 0

  constructor(private readonly text: string) {}

  parse(): FieldSpec[] {
    const list = this.list(true)
    if (this.at < this.text.length) {
      this.fail(`Expected end of string instead of "${this.text[this.at]}".`)
    }
    return list
  }

  private list(top: boolean): FieldSpec[] {
    const list: FieldSpec[] = []
    const seen = new Set<string>()
    for (;;) {
      const spec = this.field()
      const key = spec.alias ?? spec.name
      if (seen.has(key)) {
        this.fail(
          `Field ${key} specified more than once. This is only possible ` +
            "before version 2.1"
        )
      }
      seen.add(key)
      list.push(spec)
      if (this.text[this.at] !== ",") {
        break
      }
      this.at += 1
    }
    if (!top) {
      this.expect("}")
    }
    return list
  }

  private field(): FieldSpec {
    const spec: FieldSpec = { name: this.name(), params: {}, fields: null }
    this.modifiers(spec)
    if (this.text[this.at] === "{") {
      this.at += 1
      spec.fields = this.list(false)
      // Modifiers may also follow the braces: `comments{id}.limit(5)`.
      this.modifiers(spec)
    }
    return spec
  }

  private modifiers(spec: FieldSpec): void {
    while (this.text[this.at] === ".") {
      this.at += 1
      const modifier = this.name()
      this.expect("(")
      const value = this.argument()
      if (!MODIFIERS.has(modifier)) {
        throw invalidParameter(`Unknown modifier ${modifier} on ${spec.name}`)
      }
      if (modifier === "as") {
        spec.alias = value
      } else {
        spec.params[modifier] = value
      }
    }
  }

  private name(): string {
    this.space()
    const match = /^\w+/.exec(this.text.slice(this.at, this.at + 100))
    if (!match) {
      this.fail("Expected name.")
    }
    this.at += match[0].length
    this.space()
    return match[0]
  }

  private argument(): string {
    const end = this.text.indexOf(")", this.at)
    if (end < 0) {
      this.fail('Expected ")".')
    }
    const value = this.text.slice(this.at, end).trim()
    this.at = end + 1
    return value
  }

  private expect(char: string): void {
    this.space()
    if (this.text[this.at] !== char) {
      const found = this.text[this.at]
      this.fail(
        `Expected "${char}" instead of ${found ? `"${found}"` : "end of string"}.`
      )
    }
    this.at += 1
  }

  private space(): void {
    while (this.text[this.at] === " ") {
      this.at += 1
    }
  }

  private fail(reason: string): never {
    throw syntaxError(reason, this.at, this.text)
  }
}

const cache = new Map<string, FieldSpec[]>()

/** Parses `a,b{c,d},edge.limit(5).summary(true){x}`. */
export function parseFields(text: string): FieldSpec[] {
  let parsed = cache.get(text)
  if (!parsed) {
    parsed = new FieldParser(text).parse()
    // Clients repeat a handful of field lists thousands of times.
    if (cache.size > 200) {
      cache.clear()
    }
    cache.set(text, parsed)
  }
  return parsed
}

/** The text of a parsed list, for the `next` url of a nested edge. */
export function writeFields(fields: FieldSpec[]): string {
  return fields
    .map(({ name, alias, params, fields: inner }) => {
      const modifiers = Object.entries(params)
        .map(([key, value]) => `.${key}(${value})`)
        .join("")
      const as = alias ? `.as(${alias})` : ""
      return name + modifiers + as + (inner ? `{${writeFields(inner)}}` : "")
    })
    .join(",")
}
