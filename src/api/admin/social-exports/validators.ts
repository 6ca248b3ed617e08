import { z } from "@medusajs/framework/zod"
import { EXPORT_FORMATS } from "../../../modules/social-posts/exports/write-table"
import { time } from "../../utils/validators"
import { AdminGetSocialPostsParams } from "../social-posts/validators"

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 24 * 60 * 60 * 1000

/** A time, or a day: it begins at midnight UTC. */
const from = (field: string) =>
  z
    .string()
    .transform((given) => (DAY.test(given) ? `${given}T00:00:00Z` : given))
    .pipe(time(field))

/** A time, or a day, which is in the range with all its hours. */
const until = (field: string) =>
  z
    .string()
    .transform((given) =>
      DAY.test(given) && !Number.isNaN(Date.parse(given))
        ? new Date(Date.parse(given) + DAY_MS).toISOString()
        : given
    )
    .pipe(time(field))

/** What narrows a list of posts, without what turns its pages. */
const { limit, offset, order, fields, with_comments_data, ...filters } =
  AdminGetSocialPostsParams.shape
void [limit, offset, order, fields, with_comments_data]

export const AdminSocialExportParams = z
  .strictObject({
    ...filters,
    format: z
      .enum(EXPORT_FORMATS, {
        error: `format must be one of ${EXPORT_FORMATS.join(", ")}`,
      })
      .default("csv"),
    from: from("from").optional(),
    to: until("to").optional(),
  })
  .refine(({ from, to }) => !from || !to || from < to, {
    path: ["to"],
    error: "to must not be before from",
  })
export type AdminSocialExportParamsType = z.infer<
  typeof AdminSocialExportParams
>
