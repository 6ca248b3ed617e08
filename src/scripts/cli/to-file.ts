import { createWriteStream } from "node:fs"
import { rename, rm } from "node:fs/promises"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { UsageError } from "./usage-error"

/**
 * Writes a text into a file, which gets its name only when it is whole. Gives
 * its size in bytes.
 * @throws UsageError when the file cannot be made
 */
export async function toFile(
  path: string,
  text: AsyncIterable<string>,
  signal: AbortSignal
): Promise<number> {
  const half = `${path}.part`
  const file = createWriteStream(half)
  try {
    await pipeline(Readable.from(text), file, { signal })
    await rename(half, path)
    return file.bytesWritten
  } catch (error) {
    await rm(half, { force: true })
    const { code, syscall } = error as { code?: string; syscall?: string }
    if (syscall === "open" || syscall === "rename") {
      throw new UsageError(`--out ${path} cannot be written (${code}).`)
    }
    throw error
  }
}
