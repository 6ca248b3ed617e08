import { model } from "@medusajs/framework/utils"

/**
 * One walk through an account's list of posts. Its place in the list is written
 * with every page, so that a walk that was interrupted goes on there.
 */
const SocialImport = model
  .define("social_import", {
    id: model.id({ prefix: "simp" }).primaryKey(),
    account_id: model.text(),
    platform: model.text(),
    /** Who asked: a person, the first connection, the job, a command. */
    trigger: model.enum(["manual", "connect", "scheduled", "command"]),
    /** `full` walks back; `new` ends at what is known; `stories` lists those alive. */
    kind: model.enum(["full", "new", "stories"]).default("full"),
    status: model
      .enum(["running", "success", "partial", "failed"])
      .default("running"),
    /** Posts from before this are left out; `null` goes as far as the platform does. */
    since: model.dateTime().nullable(),
    /** At most this many posts; `null` has no bound. */
    limit: model.number().nullable(),
    /** Where the next page begins; `null` at the start and at the end. */
    cursor: model.text().nullable(),
    pages: model.number().default(0),
    found: model.number().default(0),
    created: model.number().default(0),
    updated: model.number().default(0),
    /** Posts that are no longer in the part of the list that was read. */
    missing: model.number().default(0),
    /** How far back it has come. */
    oldest_posted_at: model.dateTime().nullable(),
    calls: model.number().default(0),
    /** The first problems, each `{ message, platform_post_id? }`. */
    problems: model.json(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
    /** A limit of the platform lets it go on only then. */
    resume_at: model.dateTime().nullable(),
    lease_until: model.dateTime().nullable(),
    worker: model.text().nullable(),
  })
  .indexes([
    { on: ["account_id", "started_at"] },
    {
      name: "IDX_social_import_one_running",
      on: ["account_id", "kind"],
      unique: true,
      where: "status = 'running' AND deleted_at IS NULL",
    },
    { on: ["lease_until"], where: "status = 'running'" },
  ])

export default SocialImport
