/** Where a command speaks: results on stdout, everything else on stderr. */
export interface Terminal {
  /** A line for a person; not with `--json`. */
  line(text: string): void
  /** Progress: one line that is written over on a terminal, nothing elsewhere. */
  progress(text: string): void
  /** The one JSON document of `--json`. */
  json(value: unknown): void
  /** A piece of a file; waits for a slow reader. */
  write(text: string): Promise<void>
  /** A problem, whatever the format. */
  problem(text: string): void
}

type Write = (text: string, done?: (error?: Error | null) => void) => boolean

/** Clears the line that the progress stands in. */
const CLEAR = "\r\u001B[2K"

/**
 * Takes stdout for the results alone: what libraries and the store's own code
 * print goes to stderr from now on, so that `--json` and files stay whole.
 */
export function openTerminal(json: boolean): Terminal {
  const out: Write = process.stdout.write.bind(process.stdout)
  const err: Write = process.stderr.write.bind(process.stderr)
  process.stdout.write = ((...args: Parameters<Write>) =>
    err(...args)) as typeof process.stdout.write
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on("error", (error: { code?: string }) => {
    process.exit(error.code === "EPIPE" ? 0 : 1)
  })
  const live = !json && process.stderr.isTTY
  let shown = false
  const clear = () => {
    if (shown) {
      err(CLEAR)
      shown = false
    }
  }
  return {
    line: (text) => {
      clear()
      if (!json) {
        out(`${text}\n`)
      }
    },
    progress: (text) => {
      if (live) {
        err(`${CLEAR}${text}`)
        shown = true
      }
    },
    json: (value) => {
      if (json) {
        out(`${JSON.stringify(value)}\n`)
      }
    },
    write: (text) =>
      new Promise((done, fail) =>
        out(text, (error) => (error ? fail(error) : done()))
      ),
    problem: (text) => {
      clear()
      err(`${text}\n`)
    },
  }
}
