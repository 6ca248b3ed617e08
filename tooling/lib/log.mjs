/** Progress goes to stderr: stdout belongs to results. */
export function log(line = "") {
  process.stderr.write(`${line}\n`)
}

/** Seconds since a `Date.now()`, as people read them. */
export function since(start) {
  const seconds = (Date.now() - start) / 1000
  return seconds < 60
    ? `${seconds.toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
