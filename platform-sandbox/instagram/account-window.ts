import { invalidParameter } from "../meta/errors"
import { EdgeCall, GraphContext } from "../meta/graph"
import { DAY, parseMoment } from "../meta/time"

const MAX_DAYS = 30

export interface Window {
  since: number
  until: number
}

/** `since`/`until` of account insights; default the last 24 hours. */
export function readWindow(call: EdgeCall, context: GraphContext): Window {
  const read = (name: "since" | "until") => {
    const text = call.params[name]
    const moment = parseMoment(text)
    if (text && moment === undefined) {
      throw invalidParameter(`Param ${name} must be a valid timestamp`)
    }
    return moment
  }
  const until = read("until") ?? context.now
  const since = read("since") ?? until - DAY
  if (until - since > MAX_DAYS * DAY) {
    throw invalidParameter(
      "There cannot be more than 30 days (2592000 s) between since and until"
    )
  }
  if (since > until) {
    throw invalidParameter("The since param must be before the until param")
  }
  return { since, until }
}

/** Links that move the window; following them never ends. */
export function windowPaging(
  path: string,
  window: Window,
  call: EdgeCall,
  context: GraphContext
) {
  const size = window.until - window.since
  const link = (shift: number) => {
    const query = new URLSearchParams({
      access_token: context.token.token,
      ...call.params,
      since: String(Math.floor((window.since + shift) / 1000)),
      until: String(Math.floor((window.until + shift) / 1000)),
    })
    return `${context.base_url}${context.version}/${path}?${query}`
  }
  return { previous: link(-size), next: link(size) }
}
