import type { Command } from "./command"

const CODES = `Exit codes: 0 done; 1 something failed, or a person is needed; 2 the command
line is wrong; 3 the store could not be started; 130 ended by Ctrl-C.`

/** What `medusa-social --help` says. */
export const helpOfAll = (commands: readonly Command[]): string =>
  `medusa-social — a store's social posts, in the folder of its Medusa application

Usage: medusa-social <command> [options]

Commands:
${table(commands.map(({ name, summary }) => [name, summary]))}

"medusa-social <command> --help" tells the options of each, with examples.

${CODES}
`

/** What `medusa-social <command> --help` says. */
export function helpOf({
  name,
  words,
  summary,
  options,
  examples,
}: Command): string {
  const rows = Object.entries(options).map(([option, { value, help }]) => [
    `--${option}${value ? ` ${value}` : ""}`,
    help,
  ])
  const lines = examples.map(({ line, does }) => `  ${line}\n      ${does}`)
  return `${summary}

Usage: medusa-social ${name}${words ? ` ${words}` : ""} [options]

Options:
${table([...rows, ["--help", "This text."]])}

Examples:
${lines.join("\n")}

${CODES}
`
}

function table(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(([first = ""]) => first.length))
  return rows
    .map(([first = "", second = ""]) => `  ${first.padEnd(width)}  ${second}`)
    .join("\n")
}
