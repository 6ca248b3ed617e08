import { redact, textOf } from "../../platform-kit"
import type { Command } from "./command"
import { COMMANDS } from "./commands"
import { helpOf, helpOfAll } from "./help"
import { parseLine } from "./options"
import { StartError, startStore } from "./start-store"
import { openTerminal, type Terminal } from "./terminal"
import { EXIT, UsageError } from "./usage-error"

/** Runs the command of this process and ends it with the command's exit code. */
export function runCommandLine(): void {
  const args = process.argv.slice(2)
  const terminal = openTerminal(args.includes("--json"))
  // A wrong configuration ends the process from inside of Medusa.
  let started = false
  process.on("exit", (code) => {
    if (!started && code === 1) {
      process.exitCode = EXIT.not_started
    }
  })
  runCommand(args, terminal, () => (started = true)).then(
    (code) => process.exit(code),
    (error: unknown) => {
      started = true
      process.exit(reportOf(error, terminal))
    }
  )
}

/** Says what went wrong in one line and gives the exit code for it. */
function reportOf(error: unknown, terminal: Terminal): number {
  const said = textOf(error)
  terminal.problem(redact(said))
  if (error instanceof UsageError) {
    terminal.problem('"medusa-social --help" tells what there is.')
    return EXIT.usage
  }
  return error instanceof StartError ? EXIT.not_started : EXIT.trouble
}

async function runCommand(
  args: readonly string[],
  terminal: Terminal,
  onStarted: () => void
): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === "--help" || name === "help") {
    await terminal.write(helpOfAll(COMMANDS))
    onStarted()
    return name === undefined ? EXIT.usage : EXIT.ok
  }
  const command = findCommand(name)
  if (rest.includes("--help")) {
    await terminal.write(helpOf(command))
    onStarted()
    return EXIT.ok
  }
  const { positionals, options } = parseLine(rest, command.options)
  if (positionals.length > 0 && !command.words) {
    throw new UsageError(`"${positionals[0]}": ${name} takes only options.`)
  }
  command.check(options, positionals)
  const { container, socialPosts, stop } = await startStore(process.cwd())
  onStarted()
  const controller = new AbortController()
  const interrupt = () => endAtOnceTheSecondTime(controller, terminal)
  process.on("SIGINT", interrupt)
  process.on("SIGTERM", interrupt)
  try {
    const context = {
      container,
      socialPosts,
      positionals,
      options,
      terminal,
      signal: controller.signal,
    }
    return await Promise.race([
      command.run(context),
      interrupted(controller.signal, command, terminal),
    ])
  } finally {
    await Promise.race([stop().catch(() => undefined), patience()])
  }
}

function findCommand(name: string): Command {
  const command = COMMANDS.find((one) => one.name === name)
  if (!command) {
    throw new UsageError(
      `There is no command "${name}". Commands: ${COMMANDS.map((one) => one.name).join(", ")}.`
    )
  }
  return command
}

function endAtOnceTheSecondTime(
  controller: AbortController,
  terminal: Terminal
): void {
  if (controller.signal.aborted) {
    process.exit(EXIT.interrupted)
  }
  terminal.problem("Ending …")
  controller.abort()
}

/**
 * What was written is whole, batch by batch, and what was begun goes on later:
 * nothing has to be waited for.
 */
function interrupted(
  signal: AbortSignal,
  { name }: Command,
  terminal: Terminal
): Promise<number> {
  return new Promise((done) => {
    signal.addEventListener("abort", () => {
      terminal.problem(
        `${name} was ended. What is done is stored; the store goes on with what was begun, or run the command again.`
      )
      done(EXIT.interrupted)
    })
  })
}

/** Longest wait for connections to close. */
const PATIENCE_MS = 5000

const patience = () =>
  new Promise((done) => setTimeout(done, PATIENCE_MS).unref())
