import { PlatformError } from "../../../platform-kit"
import { failedReadout, type PostReadout } from "../insights/post-readout"
import type { PostOutcome } from "../types/sync"
import { isRefused } from "./database"
import type { BatchWrite } from "./write-batch"

/** What a batch taught us besides its posts. */
export type Learned = Pick<BatchWrite, "verdicts" | "budgets" | "calls">

/**
 * Stores a batch. When the database refuses a value in it, the batch is halved
 * until the culprit stands alone, which then fails: a strange answer costs its
 * own post, not the run.
 */
export async function storeApart(
  readouts: PostReadout[],
  learned: Learned,
  store: (part: PostReadout[], learned: Learned) => Promise<PostOutcome[]>
): Promise<PostOutcome[]> {
  try {
    return await store(readouts, learned)
  } catch (error) {
    if (!isRefused(error)) {
      throw error
    }
    // Learned again by the next batch; they may be what was refused.
    const calls = { verdicts: [], budgets: [], calls: learned.calls }
    const [first] = readouts
    if (first && readouts.length === 1) {
      return store([failedReadout(first.post, notStored(error))], calls)
    }
    const middle = Math.ceil(readouts.length / 2)
    const stored = await storeApart(readouts.slice(0, middle), calls, store)
    const rest = { ...calls, calls: {} }
    return [
      ...stored,
      ...(await storeApart(readouts.slice(middle), rest, store)),
    ]
  }
}

function notStored(error: { code: string }): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "post",
    code: "not_stored",
    message: `What the platform answered could not be stored (database error ${error.code}).`,
    cause: error,
  })
}
