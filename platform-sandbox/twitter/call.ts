import { SandboxRequest } from "../core/types"
import { XAccount } from "./model"
import { Problem } from "./problems"
import { Situation } from "./situation"
import { Price, Spend } from "./spend"
import { Vocabulary } from "./vocabulary"
import type { XWorld } from "./world"

/** One request on its way through an endpoint. */
export interface Call {
  world: XWorld
  situation: Situation
  spend: Spend
  request: SandboxRequest
  account: XAccount
  vocabulary: Vocabulary
  /** The `{id}` of the path. */
  id: string
  /** How many requests came before, to shuffle answers differently each time. */
  turn: number
}

export interface XBody {
  data?: unknown
  includes?: Record<string, unknown[]>
  errors?: Problem[]
  meta?: Record<string, unknown>
}

/** What an endpoint answers: status 200 and a body; anything else is thrown. */
export interface EndpointAnswer {
  body: XBody
  ids?: string[]
}

export function bill(call: Call, price: Price, id?: string): void {
  call.spend.add(price, call.world.environment.now(), id)
}

/** The user a token speaks for; `null` for the app's Bearer. */
export function userOf(call: Call): string | null {
  const { account, token_kind } = call.account
  return token_kind === "user" ? account.external_id : null
}

/** Leaves out what is empty: `data` is absent when there is nothing (§4). */
export function bodyOf(parts: XBody): XBody {
  const { data, includes, errors, meta } = parts
  const empty = data === undefined || (Array.isArray(data) && !data.length)
  const kept = Object.fromEntries(
    Object.entries(includes ?? {}).filter(([, list]) => list.length)
  )
  return {
    ...(empty ? {} : { data }),
    ...(Object.keys(kept).length ? { includes: kept } : {}),
    ...(errors?.length ? { errors } : {}),
    ...(meta ? { meta } : {}),
  }
}
