import { parseArgs, type ParseArgsConfig } from "node:util"
import { UsageError } from "./usage-error"

/** An option of a command. */
export interface OptionDefinition {
  type: "boolean" | "string"
  /** What stands behind it in the help, e.g. `<n>`. */
  value?: string
  /** It may be given several times. */
  multiple?: boolean
  help: string
}

export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>

/** The options of a command line as they were given. */
export interface GivenOptions {
  text(name: string): string | undefined
  texts(name: string): string[] | undefined
  flag(name: string): boolean
  /** @throws UsageError unless it is a whole number from 1 */
  count(name: string): number | undefined
  /** A day or a time, as a time in UTC. @throws UsageError */
  time(name: string): string | undefined
  /** @throws UsageError naming what is allowed */
  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined
  /** `name=value` of a repeated option. @throws UsageError */
  pairs(name: string): Record<string, string>
}

export interface ParsedLine {
  positionals: string[]
  options: GivenOptions
}

/** @throws UsageError naming the option and those there are */
export function parseLine(
  args: readonly string[],
  definitions: OptionDefinitions
): ParsedLine {
  const options: ParseArgsConfig["options"] = { help: { type: "boolean" } }
  for (const [name, { type, multiple }] of Object.entries(definitions)) {
    options[name] = { type, multiple: multiple ?? false }
  }
  const { tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const values: Record<string, string[]> = {}
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === "positional") {
      positionals.push(token.value)
    }
    if (token.kind === "option") {
      const { name, rawName, value } = token
      const definition = name === "help" ? undefined : definitions[name]
      if (!definition || rawName === `-${name}`) {
        throw new UsageError(
          `There is no option ${rawName}. Options: ${Object.keys(definitions)
            .map((one) => `--${one}`)
            .join(", ")}.`
        )
      }
      const earlier = values[name] ?? []
      if (earlier.length > 0 && !definition.multiple) {
        throw new UsageError(`--${name} was given twice.`)
      }
      values[name] = [...earlier, valueOf(name, definition, value)]
    }
  }
  return { positionals, options: new Given(values) }
}

function valueOf(
  name: string,
  { type, value: shown }: OptionDefinition,
  value: string | undefined
): string {
  if (type === "boolean") {
    if (value !== undefined) {
      throw new UsageError(`--${name} takes no value.`)
    }
    return "true"
  }
  if (value === undefined || value === "" || value.startsWith("--")) {
    throw new UsageError(
      `--${name} needs a value: --${name} ${shown ?? "<text>"}.`
    )
  }
  return value
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

class Given implements GivenOptions {
  constructor(private readonly values: Record<string, string[]>) {}

  text(name: string): string | undefined {
    return this.values[name]?.[0]
  }

  texts(name: string): string[] | undefined {
    return this.values[name]
  }

  flag(name: string): boolean {
    return this.values[name] !== undefined
  }

  count(name: string): number | undefined {
    const text = this.text(name)
    if (text === undefined) {
      return undefined
    }
    if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > 2 ** 31 - 1) {
      throw new UsageError(
        `--${name} must be a whole number from 1, not "${text}".`
      )
    }
    return Number(text)
  }

  time(name: string): string | undefined {
    const text = this.text(name)
    if (text === undefined) {
      return undefined
    }
    const date = new Date(DAY.test(text) ? `${text}T00:00:00Z` : text)
    const isTime = DAY.test(text) || TIME.test(text)
    // The parser takes 31 February for a day in March.
    const isDay =
      isTime &&
      !Number.isNaN(date.getTime()) &&
      (!DAY.test(text) || date.toISOString().startsWith(text))
    if (!isDay) {
      throw new UsageError(
        `--${name} must be a day such as 2026-11-21 or a time such as 2026-11-21T09:30:00Z, not "${text}".`
      )
    }
    return date.toISOString()
  }

  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const text = this.text(name)
    if (text === undefined) {
      return undefined
    }
    const chosen = allowed.find((one) => one === text)
    if (!chosen) {
      throw new UsageError(
        `--${name} must be one of ${allowed.join(", ")}, not "${text}".`
      )
    }
    return chosen
  }

  pairs(name: string): Record<string, string> {
    return Object.fromEntries(
      (this.texts(name) ?? []).map((pair) => {
        const at = pair.indexOf("=")
        if (at < 1 || at === pair.length - 1) {
          throw new UsageError(
            `--${name} must look like <name>=<value>, not "${pair}".`
          )
        }
        return [pair.slice(0, at), pair.slice(at + 1)]
      })
    )
  }
}
