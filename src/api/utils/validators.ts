import { z } from "@medusajs/framework/zod"
import { createFindParams } from "@medusajs/medusa/api/utils/validators"

/** PostgreSQL stores any character of a text but this. */
const NUL = "\0"

/** A text that can be stored and searched for. */
export const text = z.string().refine((value) => !value.includes(NUL), {
  error: "must not contain the NUL character",
})

/** One value of a filter, or several of which any may hold. */
export const oneOrMany = z.union([text, z.array(text)])

/**
 * A time in ISO 8601, in the years 1 to 9999. It comes out in UTC: PostgreSQL
 * refuses offsets that ISO 8601 allows, such as +16:00.
 */
export const time = (field: string) =>
  z.iso
    .datetime({
      offset: true,
      abort: true,
      error: `${field} must be an ISO 8601 time, e.g. 2026-11-21T09:30:00Z`,
    })
    .refine((value) => isWithin(new Date(value).getUTCFullYear(), 1, 9999), {
      error: `${field} must be in the years 1 to 9999`,
    })
    .transform((value) => new Date(value).toISOString())

/** An address that a browser may open, and that can be stored. */
export const webAddress = (field: string) => {
  const error = `${field} must be a web address (http or https)`
  return z
    .url({ protocol: /^https?$/, abort: true, error })
    .refine((value) => !value.includes(NUL), { error })
}

export interface ListParams {
  limit: number
  /** What the list can be sorted by; `-` in front is added for descending. */
  orders: readonly string[]
  /** Order when none is asked for. */
  order?: string
}

/** Most entries a list answers at once. */
const LONGEST_PAGE = 1000

/** The parameters every list takes: `fields`, `limit`, `offset`, `order`. */
export function listParams({ limit, orders, order }: ListParams) {
  const { shape } = createFindParams({ limit, offset: 0 })
  const allowed = orders.flatMap((name) => [name, `-${name}`])
  const known = z.enum(allowed, {
    error: `order must be one of ${allowed.join(", ")}`,
  })
  return {
    ...shape,
    limit: shape.limit.refine((given) => isWithin(given, 0, LONGEST_PAGE), {
      error: `limit must be a whole number from 0 to ${LONGEST_PAGE}`,
    }),
    offset: shape.offset.refine((given) => isWithin(given, 0, 2 ** 31 - 1), {
      error: "offset must be a whole number from 0",
    }),
    order: order ? known.default(order) : known.optional(),
  }
}

const isWithin = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most

/** Most ids in a list of a link route. */
const MOST_LINKS = 100

const links = (field: string) =>
  z
    .array(text.min(1, `${field} must not name an empty id`), {
      error: `${field} must be a list of ids`,
    })
    .max(MOST_LINKS, `${field} must have at most ${MOST_LINKS} ids`)
    .transform((ids) => [...new Set(ids)])
    .default([])

/** Body of a link route: ids to add and ids to remove, each named once. */
export const linkBody = () =>
  z
    .strictObject({ add: links("add"), remove: links("remove") })
    .refine(({ add, remove }) => add.length + remove.length > 0, {
      error: "Give at least one id in add or remove",
    })
    .refine(({ add, remove }) => !add.some((id) => remove.includes(id)), {
      error: "add and remove must not name the same id",
    })
export type LinkBodyType = z.infer<ReturnType<typeof linkBody>>
