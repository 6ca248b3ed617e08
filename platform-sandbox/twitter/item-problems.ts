import { Problem, problemType } from "./problems"
import { Situation } from "./situation"

/** Where an item was asked for: the parameter that named it and its section. */
export interface ItemPlace {
  parameter: string
  section: "data" | "includes"
}

const TITLES: Record<string, string> = {
  "resource-not-found": "Not Found Error",
  "not-authorized-for-resource": "Authorization Error",
  "resource-unavailable": "Resource Unavailable Error",
  "disallowed-resource": "Disallowed Resource",
  "field-hydration-failure": "Field Hydration Failure",
  "internal-error": "Internal Error",
}

/** Problems a lookup can answer for one item (§5). */
export const ITEM_PROBLEMS = Object.keys(TITLES)

function detail(name: string, kind: string, place: ItemPlace, id: string) {
  const what = `${place.parameter}: [${id}].`
  const label = kind === "tweet" ? "Tweet" : kind
  switch (name) {
    case "resource-not-found":
      return `Could not find ${kind} with ${what}`
    case "not-authorized-for-resource":
      return `Sorry, you are not authorized to see the ${label} with ${what}`
    case "resource-unavailable":
      return `The ${label} with ${what.slice(0, -1)} is unavailable.`
    default:
      return `The ${label} with ${what.slice(0, -1)} cannot be served.`
  }
}

/** Envelope D: one entry of `errors` in an answer with status 200. */
export function itemProblem(
  situation: Situation,
  name: string,
  kind: "tweet" | "user" | "media",
  id: string,
  place: ItemPlace
): Problem {
  return {
    resource_type: kind,
    resource_id: id,
    parameter: place.parameter,
    value: id,
    ...(place.section === "includes" ? { section: "includes" } : {}),
    title: TITLES[name],
    detail: detail(name, kind, place, id),
    type: problemType(situation, name),
  }
}

/** One entry per refused owner-only field and item, as on record. */
export function fieldProblem(
  situation: Situation,
  field: string,
  kind: "tweet" | "media",
  id: string,
  place: ItemPlace
): Problem {
  const label = kind === "tweet" ? "Tweet" : "Media"
  return {
    resource_type: kind,
    field,
    parameter: place.parameter,
    resource_id: id,
    value: id,
    section: place.section,
    title: "Field Authorization Error",
    detail: `Sorry, you are not authorized to access '${field}' on the ${label} with ${place.parameter} : [${id}].`,
    type: problemType(situation, "not-authorized-for-field"),
  }
}
