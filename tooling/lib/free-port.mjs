import { createServer } from "node:net"
import { join } from "node:path"
import { readJson, writeJson } from "./json-file.mjs"
import { DATA } from "./paths.mjs"

const FILE = join(DATA, "ports.json")

/** Binds and releases a port of 127.0.0.1; 0 asks for any. Null when taken. */
function tryPort(port) {
  return new Promise((done) => {
    const server = createServer()
    server.once("error", () => done(null))
    server.listen(port, "127.0.0.1", () => {
      const { port: bound } = server.address()
      server.close(() => done(bound))
    })
  })
}

export const freePort = () => tryPort(0)

/** The port used last time, else the preferred one, else any that is free. */
export async function rememberedPort(name, preferred) {
  const ports = readJson(FILE)
  const port =
    (ports[name] && (await tryPort(ports[name]))) ||
    (await tryPort(preferred)) ||
    (await freePort())
  if (ports[name] !== port) {
    writeJson(FILE, { ...readJson(FILE), [name]: port })
  }
  return port
}
