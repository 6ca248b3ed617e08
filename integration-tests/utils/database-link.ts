import {
  type AddressInfo,
  connect,
  createServer,
  type Server,
  type Socket,
} from "node:net"

/**
 * A cable between a process and its database that can be pulled: connections
 * break and new ones are refused, as when a server restarts.
 */
export interface DatabaseLink {
  /** The database's address by way of the link. */
  url: string
  pull(): Promise<void>
  plug(): Promise<void>
  close(): Promise<void>
}

export async function openDatabaseLink(target: string): Promise<DatabaseLink> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  const open = (from: Socket) => {
    const to = connect(Number(port), hostname)
    const both = [from, to]
    for (const socket of both) {
      sockets.add(socket)
      socket.on("error", () => undefined)
      socket.on("close", () => {
        sockets.delete(socket)
        both.forEach((end) => end.destroy())
      })
    }
    from.pipe(to).pipe(from)
  }

  let server: Server | null = null
  let ownPort = 0
  const plug = async () => {
    server = createServer(open)
    await new Promise<void>((done, fail) => {
      server?.once("error", fail)
      server?.listen(ownPort, "127.0.0.1", done)
    })
    ownPort = (server.address() as AddressInfo).port
  }
  const pull = async () => {
    const pulled = server
    server = null
    const closed = new Promise<void>((done) => {
      pulled ? pulled.close(() => done()) : done()
    })
    sockets.forEach((socket) => socket.resetAndDestroy())
    await closed
  }

  await plug()
  const url = new URL(target)
  url.hostname = "127.0.0.1"
  url.port = String(ownPort)
  return { url: url.href, pull, plug, close: pull }
}
