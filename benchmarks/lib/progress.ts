/** Tells on stderr what is being measured; stdout holds the result only. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const rounded = (value: number, digits = 1): number =>
  Number(value.toFixed(digits))
