import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"

function read(file) {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return null
  }
}

const ps = (pid, column) =>
  spawnSync("ps", ["-o", `${column}=`, "-p", String(pid)], {
    encoding: "utf8",
  }).stdout?.trim() || null

/** What Linux tells of a process: state, parent, …; null when there is none. */
function statFields(pid) {
  const stat = read(`/proc/${pid}/stat`)
  // The name in brackets may hold spaces; what follows it does not.
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? null
}

/** The process that started a process. */
export function parentOf(pid) {
  return Number(
    process.platform === "linux" ? statFields(pid)?.[1] : ps(pid, "ppid")
  )
}

/**
 * Tells a process from a later one with the same id: its start moment. Null
 * when no such process lives.
 */
export function processStamp(pid) {
  if (process.platform !== "linux") {
    return ps(pid, "lstart")
  }
  const fields = statFields(pid)
  if (!fields || fields[0] === "Z") {
    return null
  }
  const boot = read("/proc/sys/kernel/random/boot_id")?.trim()
  return `${boot} ${fields[19]}`
}

/** The command line of a process; null when no such process lives. */
export function processCommand(pid) {
  return process.platform === "linux"
    ? (read(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ") ?? null)
    : ps(pid, "command")
}
