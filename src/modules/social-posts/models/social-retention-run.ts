import { model } from "@medusajs/framework/utils"

/** One run of the retention rules, and what it removed. */
const SocialRetentionRun = model
  .define("social_retention_run", {
    id: model.id({ prefix: "sret" }).primaryKey(),
    trigger: model.enum(["scheduled", "manual", "command"]),
    dry_run: model.boolean().default(false),
    /** `{ [platform]: { comments, comment_authors, post_texts, snapshots, account_days, … } }`. */
    removed: model.json(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
    error: model.text().nullable(),
  })
  .indexes([{ on: ["started_at"] }])

export default SocialRetentionRun
