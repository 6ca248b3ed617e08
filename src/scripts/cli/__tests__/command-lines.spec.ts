import { COMMANDS } from "../commands"
import { helpOf, helpOfAll } from "../help"
import { parseLine } from "../options"

/** Checks a command line as far as that goes without a store. */
const check = (name: string, ...args: string[]) => {
  const command = COMMANDS.find((one) => one.name === name)
  if (!command) {
    throw new Error(`There is no command "${name}".`)
  }
  const { options, positionals } = parseLine(args, command.options)
  command.check(options, positionals)
  return { options, positionals }
}

describe("a command line", () => {
  it.each([
    ["sync --limit many", /--limit must be a whole number from 1/],
    ["sync --limit 0", /--limit must be a whole number from 1/],
    ["sync --limit 3 --limit 4", /--limit was given twice/],
    ["sync --post spost_1 --limit 3", /without --limit/],
    ["sync --post spost_1 --account a", /without --account/],
    ["sync --colour", /no option --colour/],
    ["sync -f", /no option -f/],
    ["sync --force=yes", /--force takes no value/],
    ["sync --account", /--account needs a value/],
    ["sync --account --json", /--account needs a value/],
    ["import --since 2026-02-31", /--since must be a day such as/],
    ["import --since yesterday", /--since must be a day such as/],
    ["export", /posts \| comments \| timelines \| account-days/],
    ["export likes", /posts \| comments \| timelines \| account-days/],
    ["export posts --format xml", /--format must be one of csv, json/],
    ["export posts --format csv --json", /exclude each other/],
    ["export account-days --post spost_1", /--post does not fit/],
    ["migrate", /--from is missing/],
    ["migrate --from a --yes --dry-run", /exclude each other/],
    ["migrate --from a --map words", /--map must look like <name>=<value>/],
    ["migrate --from a --map words=b", /Roles: id, insights/],
  ])("is refused: %s", (line, message) => {
    const [name = "", ...args] = line.split(" ")
    expect(() => check(name, ...args)).toThrow(message)
  })

  it("says what is wanted", () => {
    const { options } = check(
      "import",
      "--account",
      "@shop",
      "--account=sacc_1",
      "--since",
      "2026-11-21",
      "--limit",
      "200"
    )
    expect(options.texts("account")).toEqual(["@shop", "sacc_1"])
    expect(options.time("since")).toBe("2026-11-21T00:00:00.000Z")
    expect(options.count("limit")).toBe(200)
    expect(options.flag("full")).toBe(false)
  })

  it("takes ids with an equals sign behind the first", () => {
    const { options } = check(
      "migrate",
      "--from",
      "old.posts",
      "--account",
      "plat_1:linkedin=urn:li:organization:4711"
    )
    expect(options.pairs("account")).toEqual({
      "plat_1:linkedin": "urn:li:organization:4711",
    })
  })
})

describe("the help", () => {
  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    "of %s shows its options, and examples that are right",
    (name, command) => {
      expect(helpOfAll(COMMANDS)).toContain(`  ${name}`)
      const help = helpOf(command)
      for (const option of Object.keys(command.options)) {
        expect(help).toContain(`--${option}`)
      }
      expect(command.examples.length).toBeGreaterThan(0)
      for (const { line } of command.examples) {
        const [program, given, ...args] = line.split(" ")
        expect([program, given]).toEqual(["medusa-social", name])
        expect(() => check(name, ...args)).not.toThrow()
      }
    }
  )
})
