import { createServer, IncomingMessage, ServerResponse } from "node:http"
import { AddressInfo } from "node:net"
import { SandboxClock } from "./clock"
import { control, rebuild, SandboxState } from "./control"
import { FaultBook } from "./faults"
import { Latency } from "./latency"
import { Ledger } from "./ledger"
import { drawPicture, PICTURES_HOST, withLocalPictures } from "./pictures"
import { bearerOf, parsePairs, readBody } from "./request"
import { splitTarget, toSandboxRequest } from "./request"
import { patched, replacesPlatform, send } from "./send"
import { sendFault, sendTruncated } from "./send"
import { SandboxAnswer, SandboxPlatformFactory, WorldOptions } from "./types"
import { World } from "./world"

export interface SandboxOptions extends WorldOptions {
  /** 0 or absent: a free port. */
  port?: number
  /** Delay of every platform answer. */
  latency_ms?: number
  /** Pictures are served by the sandbox, instead of named as in life. */
  pictures?: boolean
}

export interface Sandbox extends Pick<
  SandboxState,
  "ledger" | "faults" | "clock" | "world"
> {
  url: string
  port: number
  /** Rebuilds the world in place and clears ledger and faults. */
  rebuild(options: WorldOptions): void
  setLatency(ms: number): void
  close(): Promise<void>
}

const CONTROL_HOST = "__sandbox"

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function answerControl(
  state: SandboxState,
  incoming: IncomingMessage,
  response: ServerResponse,
  target: ReturnType<typeof splitTarget>
): Promise<void> {
  const body = await readBody(incoming)
  const answer = await control(
    state,
    incoming.method ?? "GET",
    target.rawPath,
    parsePairs(target.rawQuery),
    body
  )
  send(response, answer.status, answer.body)
}

async function answerPlatform(
  state: SandboxState,
  incoming: IncomingMessage,
  response: ServerResponse,
  target: ReturnType<typeof splitTarget>
): Promise<void> {
  const { host } = target
  const platform = state.world.onHost(host)
  const body = await readBody(incoming)
  if (!platform) {
    send(response, 404, { message: `No platform answers for ${host}` })
    return
  }
  const request = toSandboxRequest(incoming, target, body)
  const fault = state.faults.strike(host, request, bearerOf(request))

  if (fault && replacesPlatform(fault)) {
    const name = platform.attribute?.(host, request) ?? platform.name
    if (fault.ms) {
      await wait(fault.ms)
    }
    const status = sendFault(response, fault)
    const line = { status, endpoint: `fault: ${fault.kind}` }
    state.ledger.record(state.clock.now(), name, request, line, fault.kind)
    return
  }

  let answer: SandboxAnswer = platform.handle(host, request)
  if (fault?.kind === "patch") {
    answer = patched(answer, fault)
  }
  state.ledger.record(
    state.clock.now(),
    answer.platform ?? platform.name,
    request,
    answer,
    fault?.kind
  )
  await state.latency.pass(fault?.kind === "latency" ? fault.ms : 0)
  if (state.picturesUrl) {
    answer = {
      ...answer,
      body: withLocalPictures(answer.body, state.picturesUrl),
    }
  }
  if (fault?.kind === "truncate") {
    sendTruncated(response, answer)
    return
  }
  send(response, answer.status, answer.body, answer.headers)
}

/** Starts a sandbox over these platforms on 127.0.0.1. */
export async function startSandbox(
  factories: SandboxPlatformFactory[],
  options: SandboxOptions = {}
): Promise<Sandbox> {
  const clock = new SandboxClock(options.now)
  const world = new World(factories, clock)
  world.build(options)
  const state: SandboxState = {
    world,
    clock,
    ledger: new Ledger(world.names()),
    faults: new FaultBook(() => world.seed),
    latency: new Latency(options.latency_ms ?? 0),
  }

  const server = createServer((incoming, response) => {
    const target = splitTarget(incoming.url ?? "/")
    if (target.host === PICTURES_HOST) {
      send(response, 200, drawPicture(target.rawPath), {
        "content-type": "image/svg+xml",
      })
      return
    }
    const answering =
      target.host === CONTROL_HOST
        ? answerControl(state, incoming, response, target)
        : answerPlatform(state, incoming, response, target)
    answering.catch((error: Error) => {
      // A defect of the stand-in, never something a platform would say.
      if (!response.headersSent) {
        send(response, 500, { sandbox_defect: error.stack })
      }
    })
  })
  server.keepAliveTimeout = 30_000
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port ?? 0, "127.0.0.1", resolve)
  })
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  state.picturesUrl = options.pictures ? url : undefined

  return {
    url,
    port,
    world,
    clock,
    ledger: state.ledger,
    faults: state.faults,
    rebuild: (next) => rebuild(state, next),
    setLatency: (ms) => state.latency.set(ms),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
