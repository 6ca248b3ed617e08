import { z } from "@medusajs/framework/zod"
import { EXPORT_FORMATS } from "../../../modules/social-posts/exports/write-table"
import { rangeParams, refuseOddRange } from "../../utils/range"
import { AdminGetSocialPostsParams } from "../social-posts/validators"

const { from, to } = rangeParams()

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
    from,
    to,
  })
  .superRefine(refuseOddRange)
export type AdminSocialExportParamsType = z.infer<
  typeof AdminSocialExportParams
>
