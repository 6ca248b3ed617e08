import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"

/** The file's content; an empty object when it is missing or half-written. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return {}
  }
}

/** Replaces the file in one step, so that a kill never leaves half of it. */
export function writeJson(file, content, mode = 0o644) {
  mkdirSync(dirname(file), { recursive: true })
  const next = `${file}.${process.pid}`
  writeFileSync(next, `${JSON.stringify(content, null, 2)}\n`, { mode })
  renameSync(next, file)
}
