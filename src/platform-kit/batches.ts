import { PlatformError, stopsAccount } from "./errors"

/** Cuts a list into batches of at most `size`. */
export function inBatches<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = []
  for (let start = 0; start < items.length; start += size) {
    batches.push(items.slice(start, start + size))
  }
  return batches
}

/** Groups by a key, in order of first appearance. */
export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string
): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) {
      group.push(item)
    } else {
      groups.set(key, [item])
    }
  }
  return groups
}

/**
 * Runs tasks with at most `limit` at once and yields each result as it
 * arrives. The first rejection ends the iteration, so tasks turn expected
 * errors into results themselves.
 */
export async function* inParallel<T, R>(
  items: readonly T[],
  limit: number,
  task: (item: T) => Promise<R>
): AsyncGenerator<R> {
  const running = new Map<number, Promise<{ index: number; result: R }>>()
  let next = 0
  const startNext = () => {
    const index = next++
    running.set(
      index,
      task(items[index] as T).then((result) => ({ index, result }))
    )
  }
  try {
    while (next < items.length || running.size > 0) {
      while (next < items.length && running.size < limit) {
        startNext()
      }
      const { index, result } = await Promise.race(running.values())
      running.delete(index)
      yield result
    }
  } finally {
    await Promise.allSettled(running.values())
  }
}

/** One part of a batch that was answered, or one item that never will be. */
export type BatchPart<T, R> =
  | { items: T[]; answer: R; error: null }
  | { items: T[]; answer: null; error: PlatformError }

/** Code of an error that goes away when less is asked for at once. */
export const TOO_MUCH_DATA = "too_much_data"

function mayBeOneItem(error: PlatformError): boolean {
  return (
    error.code === TOO_MUCH_DATA ||
    (error.scope === "post" && error.kind !== "transient")
  )
}

/**
 * Asks for a batch of a platform that answers all or nothing: when one item
 * spoils it, the batch is halved until the culprit stands alone. `budget`
 * bounds the extra calls; what is left then fails with the last error.
 */
export async function isolate<T, R>(
  items: readonly T[],
  ask: (items: T[]) => Promise<R>,
  budget: { left: number } = { left: 120 }
): Promise<BatchPart<T, R>[]> {
  const batch = [...items]
  try {
    return [{ items: batch, answer: await ask(batch), error: null }]
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    if (batch.length === 1 || !mayBeOneItem(error) || budget.left < 2) {
      return [{ items: batch, answer: null, error }]
    }
    budget.left -= 2
    const middle = Math.ceil(batch.length / 2)
    const first = await isolate(batch.slice(0, middle), ask, budget)
    const stopped = first.find((part) => part.error && stopsAccount(part.error))
    const rest = batch.slice(middle)
    return stopped?.error
      ? [...first, { items: rest, answer: null, error: stopped.error }]
      : [...first, ...(await isolate(rest, ask, budget))]
  }
}

/**
 * Reads batches, a few at once, isolating items that spoil theirs. Once an
 * error concerns the whole account, the batches that have not started are not
 * asked any more and carry the same error.
 */
export async function* readInBatches<T, R>(
  batches: readonly T[][],
  limit: number,
  ask: (items: T[]) => Promise<R>
): AsyncGenerator<BatchPart<T, R>> {
  const budget = { left: 120 }
  let stopped: PlatformError | null = null
  const read = async (batch: T[]): Promise<BatchPart<T, R>[]> => {
    if (stopped) {
      return [{ items: batch, answer: null, error: stopped }]
    }
    const parts = await isolate(batch, ask, budget)
    stopped ??=
      parts.find(({ error }) => error && stopsAccount(error))?.error ?? null
    return parts
  }
  for await (const parts of inParallel(batches, limit, read)) {
    yield* parts
  }
}
