import { ServerResponse } from "node:http"
import { Fault, SandboxAnswer } from "./types"

/** Sends a body as the platforms do: JSON unless it is a string. */
export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {}
): void {
  const text = typeof body === "string" ? body : JSON.stringify(body ?? null)
  const type =
    typeof body === "string"
      ? "text/html; charset=utf-8"
      : "application/json; charset=UTF-8"
  const buffer = status === 204 ? Buffer.alloc(0) : Buffer.from(text, "utf8")
  response.writeHead(status, {
    "content-type": type,
    ...headers,
    ...(status === 204 ? {} : { "content-length": String(buffer.length) }),
  })
  response.end(buffer)
}

/** Half of the body, then a regular end: only a parser notices. */
export function sendTruncated(
  response: ServerResponse,
  answer: SandboxAnswer
): void {
  const { body, status, headers } = answer
  const text = typeof body === "string" ? body : JSON.stringify(body)
  response.writeHead(status, {
    "content-type": "application/json; charset=UTF-8",
    ...headers,
    connection: "close",
  })
  response.end(text.slice(0, Math.max(1, Math.floor(text.length / 2))))
}

const HTML_ERROR =
  "<!DOCTYPE html>\n<html><head><title>Error</title></head><body>" +
  "<h1>Sorry, something went wrong.</h1>" +
  "<p>We're working on it and we'll get it fixed as soon as we can.</p>" +
  "</body></html>"

/** Answers that take the platform's place; returns the status, 0 for none. */
export function sendFault(response: ServerResponse, fault: Fault): number {
  switch (fault.kind) {
    case "status": {
      const status = fault.status ?? 500
      send(response, status, fault.body ?? {}, fault.headers)
      return status
    }
    case "html": {
      const status = fault.status ?? 200
      send(response, status, HTML_ERROR, {
        ...fault.headers,
        "content-type": "text/html; charset=utf-8",
      })
      return status
    }
    case "empty": {
      const status = fault.status ?? 200
      response.writeHead(status, { "content-length": "0", ...fault.headers })
      response.end()
      return status
    }
    case "reset":
      response.socket?.resetAndDestroy()
      return 0
    default:
      // `hang`: the socket stays open until the client or close() ends it.
      return 0
  }
}

/** True for faults that keep a request from reaching the platform. */
export function replacesPlatform(fault: Fault): boolean {
  return ["status", "html", "empty", "reset", "hang"].includes(fault.kind)
}

/** The platform's answer with a `patch` fault applied. */
export function patched(answer: SandboxAnswer, fault: Fault): SandboxAnswer {
  const { body } = answer
  const plain = typeof body === "object" && body !== null
  return {
    ...answer,
    status: fault.status ?? answer.status,
    headers: { ...answer.headers, ...fault.headers },
    body:
      plain && !Array.isArray(body)
        ? { ...body, ...(fault.body as object) }
        : (fault.body ?? body),
  }
}
