import { unit } from "../core/hash"
import { Call } from "./call"
import { isId } from "./ids"
import { invalidRequest } from "./problems"

/** The parameters that select fields; the post's own name is the vocabulary's. */
export const fieldParams = (call: Call): string[] => [
  ...(call.situation.vocabulary === "both"
    ? ["tweet.fields", "post.fields"]
    : [call.vocabulary.fields_param]),
  "expansions",
  "user.fields",
  "media.fields",
  "poll.fields",
  "place.fields",
]

/** Refuses every parameter the endpoint does not know. */
export function allowParams(call: Call, allowed: string[]): void {
  for (const [name, value] of Object.entries(call.request.query)) {
    if (!allowed.includes(name)) {
      throw invalidRequest(
        call.situation,
        name,
        value,
        `The query parameter [${name}] is not one of [${allowed.join(",")}]`
      )
    }
  }
}

export function bad(call: Call, name: string, detail: string) {
  return invalidRequest(
    call.situation,
    name,
    call.request.query[name] ?? "",
    detail
  )
}

export function required(call: Call, name: string): string {
  const value = call.request.query[name]
  if (!value) {
    throw bad(call, name, `The \`${name}\` query parameter can not be empty`)
  }
  return value
}

/** 1–100 comma-separated values, as every batch lookup takes them. */
export function idList(
  call: Call,
  name: string,
  isValid: (text: string) => boolean = isId
): string[] {
  const list = required(call, name).split(",")
  if (list.length > 100) {
    throw bad(
      call,
      name,
      `The number of values in the \`${name}\` query parameter list [${list.length}] is not between 1 and 100`
    )
  }
  const wrong = list.find((value) => !isValid(value))
  if (wrong !== undefined) {
    throw bad(
      call,
      name,
      `The \`${name}\` query parameter value [${wrong}] is not valid`
    )
  }
  return [...new Set(list)]
}

export function maxResults(
  call: Call,
  min: number,
  max: number,
  usual: number
): number {
  const text = call.request.query.max_results
  if (text === undefined) {
    return usual
  }
  const value = /^[0-9]+$/.test(text) ? Number(text) : NaN
  if (!(value >= min && value <= max)) {
    throw bad(
      call,
      "max_results",
      `The \`max_results\` query parameter value [${text}] is not between ${min} and ${max}`
    )
  }
  return value
}

/** A comma-separated list whose values must all be known. */
export function listOf(call: Call, name: string, known: string[]): Set<string> {
  const text = call.request.query[name]
  if (text === undefined) {
    return new Set()
  }
  const list = text.split(",")
  const wrong = list.find((value) => !known.includes(value))
  if (wrong !== undefined) {
    throw bad(
      call,
      name,
      `The \`${name}\` query parameter value [${wrong}] is not one of [${known.join(",")}]`
    )
  }
  return new Set(list)
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/

export function time(call: Call, name: string): number | undefined {
  const text = call.request.query[name]
  if (text === undefined) {
    return undefined
  }
  const value = ISO.test(text) ? Date.parse(text) : NaN
  if (Number.isNaN(value)) {
    throw bad(
      call,
      name,
      `The \`${name}\` query parameter value [${text}] is not a valid RFC3339 date`
    )
  }
  return value
}

export function optionalId(call: Call, name: string): string | undefined {
  const text = call.request.query[name]
  if (text !== undefined && !isId(text)) {
    throw bad(call, name, `[${text}] is not a valid id`)
  }
  return text
}

/** Order of `data` is not guaranteed (§3): another one for every request. */
export function shuffled<T>(call: Call, list: T[]): T[] {
  return list
    .map((item, i) => ({ item, at: unit(call.world.seed, call.turn, i) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
