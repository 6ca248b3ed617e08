import { model } from "@medusajs/framework/utils"

/**
 * One synchronisation of one or many posts: the log a merchant sees, and the
 * holder of the claims on its posts. `total` is always success + failed +
 * skipped + what is still claimed.
 */
const SocialSyncRun = model
  .define("social_sync_run", {
    id: model.id({ prefix: "srun" }).primaryKey(),
    trigger: model.enum([
      "manual",
      "bulk",
      "daily",
      "due",
      "published",
      "command",
      "import",
      "webhook",
    ]),
    scope: model.json(),
    status: model
      .enum(["running", "success", "partial", "failed"])
      .default("running"),
    total: model.number().default(0),
    /** Posts that gave numbers; the ones with a part missing are in it. */
    success: model.number().default(0),
    /** Those of `success` where a part is missing. */
    partial: model.number().default(0),
    failed: model.number().default(0),
    skipped: model.number().default(0),
    /** HTTP calls made, per platform. */
    calls: model.json(),
    /** The first problems, each `{ post_id, platform, status, message, more? }`. */
    problems: model.json(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
    /** The process that works on it may be silent until then. */
    lease_until: model.dateTime().nullable(),
    worker: model.text().nullable(),
  })
  .indexes([
    { on: ["started_at"] },
    { on: ["lease_until"], where: "status = 'running'" },
  ])

export default SocialSyncRun
