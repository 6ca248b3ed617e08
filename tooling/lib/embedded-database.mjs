import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { installed } from "./paths.mjs"
import {
  databaseUser,
  postgresBinaries,
  reachable,
} from "./postgres-binaries.mjs"
import { processCommand } from "./process-identity.mjs"
import { mustRun, run, start, stop } from "./processes.mjs"

const HOST = "127.0.0.1"
const USER = "postgres"

/**
 * Starts a PostgreSQL of our own on 127.0.0.1, made on first use.
 *
 * - `folder`: where its files live
 * - `durable`: false skips fsync; for data nobody will miss
 */
export async function startEmbeddedDatabase({
  folder,
  port,
  password,
  durable = true,
}) {
  const user = databaseUser()
  const bin = postgresBinaries(user)
  const place = reachable(folder, user)
  const data = join(place, "data")
  if (!existsSync(data)) {
    await create({ bin, place, data, user, password })
  }
  await clearStalePid(data)

  const out = openSync(join(place, "postgres.log"), "w")
  const settings = {
    listen_addresses: HOST,
    port,
    // Reached over TCP only: sockets have length limits and owners.
    unix_socket_directories: "",
    max_connections: 200,
    ...(durable ? {} : OFF),
  }
  const server = start(
    "PostgreSQL",
    join(bin, "postgres"),
    [
      "-D",
      data,
      ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`]),
    ],
    // The working folder and the log must not depend on our own rights.
    {
      ...user,
      cwd: "/",
      stdio: ["ignore", out, out],
      stopSignal: "SIGINT",
      vital: true,
    }
  )
  const database = { place, host: HOST, port, user: USER, password, server }
  await untilReady(database, join(place, "postgres.log"))
  return {
    ...database,
    url: (name) => `postgres://${USER}:${password}@${HOST}:${port}/${name}`,
    stop: () => stop(server),
  }
}

const OFF = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }

async function create({ bin, place, data, user, password }) {
  const half = `${data}.new`
  const secret = join(place, "password")
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  if (user.uid !== undefined) {
    chownSync(half, user.uid, user.gid)
    chownSync(secret, user.uid, user.gid)
  }
  try {
    await run(
      "initdb",
      join(bin, "initdb"),
      [
        `--pgdata=${half}`,
        `--username=${USER}`,
        `--pwfile=${secret}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // The same order and upper case everywhere, whatever the system has.
        "--locale-provider=builtin",
        "--locale=C",
        "--builtin-locale=C.UTF-8",
        "--no-sync",
      ],
      { ...user, cwd: "/", show: "keep" }
    )
  } finally {
    rmSync(secret, { force: true })
  }
  // A folder under its real name is a whole one.
  renameSync(half, data)
}

/**
 * After a kill -9 the file with the process id stays. PostgreSQL itself does
 * not start when that id meanwhile belongs to any other program of this user.
 */
async function clearStalePid(data) {
  const file = join(data, "postmaster.pid")
  if (!existsSync(file)) {
    return
  }
  const pid = Number(readFileSync(file, "utf8").split("\n")[0])
  const isOurs = () => processCommand(pid)?.includes(`-D ${data} `)
  if (isOurs()) {
    process.kill(pid, "SIGINT")
    for (let i = 0; i < 150 && isOurs(); i++) {
      await wait(100)
    }
  }
  rmSync(file, { force: true })
}

async function untilReady(database, logFile) {
  for (let i = 0; i < 600; i++) {
    try {
      mustRun(database.server)
    } catch (error) {
      const tail = readFileSync(logFile, "utf8").split("\n").slice(-15)
      throw new Error([error.message, ...tail].join("\n"))
    }
    const client = await connect(database).catch(() => null)
    if (client) {
      return client.end()
    }
    await wait(100)
  }
  throw new Error("PostgreSQL did not get ready within a minute.")
}

async function connect({ host, port, user, password }, name = "postgres") {
  const { Client } = installed()("pg")
  const client = new Client({ host, port, user, password, database: name })
  client.on("error", () => {})
  await client.connect()
  return client
}

/** Creates a database unless it is there. */
export async function ensureDatabase(database, name) {
  const client = await connect(database)
  try {
    const { rowCount } = await client.query(
      "select 1 from pg_database where datname = $1",
      [name]
    )
    if (!rowCount) {
      await client.query(`create database ${client.escapeIdentifier(name)}`)
    }
  } finally {
    await client.end()
  }
}
