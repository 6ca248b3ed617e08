import { SandboxClock } from "./clock"
import { FaultBook } from "./faults"
import { Latency } from "./latency"
import { Ledger } from "./ledger"
import { Fault, WorldOptions } from "./types"
import { World } from "./world"

/** Everything the control routes may change. */
export interface SandboxState {
  world: World
  clock: SandboxClock
  ledger: Ledger
  faults: FaultBook
  latency: Latency
  /** Set when this sandbox serves the pictures itself. */
  picturesUrl?: string
}

export interface ControlAnswer {
  status: number
  body: unknown
}

type Route = (
  state: SandboxState,
  input: Record<string, unknown>,
  query: Record<string, string>
) => unknown

const ok = { ok: true }

/** Rebuilds everything, as a fresh start with these options would. */
export function rebuild(state: SandboxState, options: WorldOptions): void {
  state.world.build(options)
  state.ledger.reset()
  state.faults.clear()
}

const routes: Record<string, Route> = {
  "GET /ledger": ({ ledger }, _input, query) => ({
    ...ledger.summary(),
    ...(query.entries ? { entries: ledger.entries() } : {}),
  }),
  "DELETE /ledger": ({ ledger }) => {
    ledger.reset()
    return ok
  },
  "GET /faults": ({ faults }) => ({ faults: faults.list() }),
  "POST /faults": ({ faults }, input) => {
    const list = (Array.isArray(input) ? input : [input]) as Fault[]
    return { ids: list.map((fault) => faults.add(fault)) }
  },
  "DELETE /faults": ({ faults }) => {
    faults.clear()
    return ok
  },
  "GET /clock": ({ clock }) => ({ now: clock.now().toISOString() }),
  "POST /clock": ({ clock }, input) => {
    if (input.now !== undefined) {
      clock.set(String(input.now))
    }
    if (input.advance_seconds !== undefined) {
      clock.advance(Number(input.advance_seconds))
    }
    return { now: clock.now().toISOString() }
  },
  "GET /world": ({ world }) => ({
    accounts: world.accounts(),
    posts: world.posts(),
    stories: world.stories(),
  }),
  "POST /world": (state, input) => {
    rebuild(state, input as WorldOptions)
    return { ok: true, accounts: state.world.accounts().length }
  },
  "GET /truth": ({ world }, _input, query) =>
    world.named(query.platform ?? "")?.truth(query.id ?? "") ?? null,
  "POST /set": ({ world }, { platform, ...change }) =>
    world.named(String(platform))?.set({ platform, ...change }) ? ok : null,
  "POST /webhooks": ({ world }, input) =>
    world.named(String(input.platform))?.webhook?.(input) ?? null,
  "POST /latency": (state, input) => {
    const ms = Math.max(0, Number(input.ms) || 0)
    state.latency.set(ms)
    return { ms }
  },
}

/** Answers `/__sandbox/…`; 404 for a route, id or change nobody knows. */
export async function control(
  state: SandboxState,
  method: string,
  path: string,
  query: Record<string, string>,
  body: string
): Promise<ControlAnswer> {
  const route = routes[`${method} ${path}`]
  if (!route) {
    return { status: 404, body: { message: `No route ${method} ${path}` } }
  }
  try {
    const input = body ? JSON.parse(body) : {}
    const answer = await route(state, input, query)
    return answer === null
      ? { status: 404, body: { message: "Unknown id or change" } }
      : { status: 200, body: answer }
  } catch (error) {
    return { status: 400, body: { message: (error as Error).message } }
  }
}
