import { IncomingMessage } from "node:http"
import { SandboxRequest } from "./types"

/** Reads the whole body as text. */
export function readBody(incoming: IncomingMessage): Promise<string> {
  if (incoming.method === "GET" || incoming.method === "HEAD") {
    return Promise.resolve("")
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk))
    incoming.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")))
    incoming.on("error", reject)
  })
}

/** Splits `/<host>/<path>?<query>`. The rest of the path keeps its encoding. */
export function splitTarget(url: string) {
  const mark = url.indexOf("?")
  const path = mark < 0 ? url : url.slice(0, mark)
  const rawQuery = mark < 0 ? "" : url.slice(mark + 1)
  const slash = path.indexOf("/", 1)
  return {
    host: slash < 0 ? path.slice(1) : path.slice(1, slash),
    rawPath: slash < 0 ? "/" : path.slice(slash),
    rawQuery,
  }
}

/** Decoded pairs; the last value wins when a key repeats. */
export function parsePairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = {}
  if (text) {
    new URLSearchParams(text).forEach((value, key) => {
      pairs[key] = value
    })
  }
  return pairs
}

export function toSandboxRequest(
  incoming: IncomingMessage,
  target: ReturnType<typeof splitTarget>,
  body: string
): SandboxRequest {
  const headers: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(", ") : value
  }
  return {
    method: incoming.method ?? "GET",
    rawPath: target.rawPath,
    rawQuery: target.rawQuery,
    query: parsePairs(target.rawQuery),
    headers,
    body,
    baseUrl: `http://${headers.host ?? "127.0.0.1"}/${target.host}`,
  }
}

/** The credential a request carries: bearer header, query or form. */
export function bearerOf(request: SandboxRequest): string {
  const header = request.headers.authorization ?? ""
  const match = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(header)
  return match?.[1]?.trim() ?? request.query.access_token ?? ""
}
