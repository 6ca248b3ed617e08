/** What the process ends with; documented in docs/commands.md. */
export const EXIT = {
  ok: 0,
  /** Something failed, or a person is needed. */
  trouble: 1,
  /** The command line was wrong; nothing was done. */
  usage: 2,
  /** The store could not be started; nothing was done. */
  not_started: 3,
  /** Ctrl-C, as shells number it. */
  interrupted: 130,
} as const

/** A wrong command line: names the flag and what is allowed. */
export class UsageError extends Error {
  readonly name = "UsageError"
}
