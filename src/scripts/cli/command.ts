import type { MedusaContainer } from "@medusajs/framework/types"
import type SocialPostsModuleService from "../../modules/social-posts/service"
import type { GivenOptions, OptionDefinitions } from "./options"
import type { Terminal } from "./terminal"

/** What a command works with. */
export interface CommandContext {
  container: MedusaContainer
  socialPosts: SocialPostsModuleService
  positionals: readonly string[]
  options: GivenOptions
  terminal: Terminal
  /** Ended by Ctrl-C. */
  signal: AbortSignal
}

/** One command of the command line. */
export interface Command {
  name: string
  /** One line. */
  summary: string
  /** Words after the command's name, for the help: `<what>`. */
  words?: string
  options: OptionDefinitions
  /** Lines of the help, each a command line with what it does. */
  examples: readonly { line: string; does: string }[]
  /**
   * Checks the command line as far as it can without a store.
   * @throws UsageError
   */
  check(options: GivenOptions, positionals: readonly string[]): void
  /** Gives the exit code. @throws UsageError for what only the store knows */
  run(context: CommandContext): Promise<number>
}

/** Options that several commands have. */
export const COMMON = {
  account: {
    type: "string",
    value: "<id or name>",
    multiple: true,
    help: "Only this account: its id here, its id on the platform, or its name. May be repeated.",
  },
  platform: {
    type: "string",
    value: "<name>",
    help: "Only accounts of this platform: instagram, facebook, twitter (x), linkedin.",
  },
  json: {
    type: "boolean",
    help: "One JSON document on the standard output, and nothing else there.",
  },
  dryRun: {
    type: "boolean",
    help: "Says what would be done, and does nothing.",
  },
} as const

/** @throws UsageError when there are words nobody asked for */
export { UsageError } from "./usage-error"
