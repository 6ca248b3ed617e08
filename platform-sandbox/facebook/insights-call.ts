import { GraphError, invalidParameter } from "../meta/errors"
import { EdgeCall, GraphContext } from "../meta/graph"

export const PERIODS = ["day", "week", "days_28", "month", "lifetime"]

/** The names of an insights call; one dead name refuses all, unnamed. */
export function readMetrics(
  call: EdgeCall,
  known: (name: string) => boolean
): string[] {
  const names = (call.params.metric ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)
  if (!names.length) {
    throw new GraphError({
      message:
        "No metric was specified to be fetched. Please specify one or more " +
        "metrics to be fetched and try again.",
      code: 3001,
      subcode: 1504028,
    })
  }
  if (!names.every(known)) {
    throw invalidParameter("The value must be a valid insights metric")
  }
  const { period } = call.params
  if (period && !PERIODS.includes(period)) {
    throw invalidParameter(
      `period must be one of the following values: ${PERIODS.join(", ")}`
    )
  }
  return [...new Set(names)]
}

/** Without `read_insights`: nothing is said, or 403 when switched so. */
export function lacksInsights({ token, situations }: GraphContext): boolean {
  if (token.scopes.has("read_insights")) {
    return false
  }
  if (situations.insights_refusal === "403") {
    throw new GraphError({
      message: "(#200) Requires read_insights permission to manage the object",
      code: 200,
      status: 403,
    })
  }
  return true
}

/** Title, description and id of a row. */
export function row(
  object_id: string,
  name: string,
  period: string,
  values: unknown[]
) {
  const title = name.replace(/_/g, " ")
  return {
    name,
    period,
    values,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    description: `Total: ${title}`,
    id: `${object_id}/insights/${name}/${period}`,
  }
}

/** Links that move the window; not a list to follow to its end. */
export function windowLinks(
  path: string,
  call: EdgeCall,
  context: GraphContext,
  since: number,
  until: number
) {
  const link = (from: number, to: number) => {
    const query = new URLSearchParams({
      access_token: context.token.token,
      ...call.params,
      since: String(Math.floor(from / 1000)),
      until: String(Math.floor(to / 1000)),
    })
    return `${context.base_url}${context.version}/${path}?${query}`
  }
  const size = until - since
  return {
    previous: link(since - size, since),
    next: link(until, until + size),
  }
}
