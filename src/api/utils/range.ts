import { z } from "@medusajs/framework/zod"
import { time } from "./validators"

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 24 * 60 * 60 * 1000

/** A time, or a day (UTC) from its first moment on. */
const rangeStart = (field: string) =>
  z
    .string()
    .transform((given) => (DAY.test(given) ? `${given}T00:00:00Z` : given))
    .pipe(time(field))

/** A time, or a day (UTC) with all its hours. */
const rangeEnd = (field: string) =>
  z
    .string()
    .transform((given) => {
      const day = DAY.test(given) ? Date.parse(given) : NaN
      return Number.isNaN(day) ? given : new Date(day + DAY_MS).toISOString()
    })
    .pipe(time(field))

/** The parameters of what is told over a span of time. */
export const rangeParams = () => ({
  from: rangeStart("from").optional(),
  to: rangeEnd("to").optional(),
  /** The span of the same length before. */
  compare: z.literal("previous").optional(),
})

interface Range {
  from?: string
  to?: string
  compare?: "previous"
}

/** Refuses spans that end before they begin, or have nothing to compare. */
export function refuseOddRange(
  { from, to, compare }: Range,
  context: z.RefinementCtx
): void {
  const refuse = (field: keyof Range, message: string) =>
    context.addIssue({ code: "custom", path: [field], message })
  if (from && to && from >= to) {
    refuse("to", "to must not be before from")
  }
  if (compare && !from) {
    refuse("from", "from is required with compare: when the span begins")
  }
}
