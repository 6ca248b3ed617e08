import { model } from "@medusajs/framework/utils"
import SocialAccount from "./social-account"
import SocialComment from "./social-comment"
import SocialPostSnapshot from "./social-post-snapshot"

/**
 * One publication on one account. `insights` is the only source of its latest
 * numbers; it is written by SQL alone, because a generated update would merge
 * it deeply and keep keys that are gone.
 */
const SocialPost = model
  .define("social_post", {
    id: model.id({ prefix: "spost" }).primaryKey(),
    platform: model.text(),
    platform_post_id: model.text().nullable(),
    origin: model.enum(["published", "imported", "manual"]).default("manual"),
    status: model
      .enum([
        "draft",
        "scheduled",
        "posted",
        "failed",
        "unavailable",
        "archived",
      ])
      .default("draft"),
    caption: model.text().searchable().nullable(),
    media_type: model.text().nullable(),
    media_product_type: model.text().nullable(),
    media: model.json().nullable(),
    hashtags: model.array().nullable(),
    /** Names that are mentioned, without `@`. */
    mentions: model.array().nullable(),
    permalink: model.text().nullable(),
    posted_at: model.dateTime().nullable(),
    /** Ties the posts of one publication on several platforms together. */
    group_id: model.text().nullable(),
    /** When the platform takes it away by itself (stories). */
    expires_at: model.dateTime().nullable(),
    /** When it was last seen in the account's list. */
    listed_at: model.dateTime().nullable(),
    /** The import that saw it there last. */
    listed_by: model.text().nullable(),
    /** A comment came in by webhook and was not read yet. */
    comments_due_at: model.dateTime().nullable(),
    /** Comments up to then were removed by retention: they are not new when they come again. */
    comments_pruned_until: model.dateTime().nullable(),
    /** When a sync brought its text or pictures last; a list does so, too. */
    content_read_at: model.dateTime().nullable(),
    /** When the platform's rules had its texts and pictures removed. */
    content_removed_at: model.dateTime().nullable(),
    insights: model.json().nullable(),
    sync_status: model.enum(["success", "partial", "failed"]).nullable(),
    sync_errors: model.array().nullable(),
    last_synced_at: model.dateTime().nullable(),
    next_sync_at: model.dateTime().nullable(),
    /** Readings in a row that brought no change; slows the cadence down. */
    unchanged_readings: model.number().default(0),
    /** First time the platform said the post is gone; not yet believed. */
    gone_since: model.dateTime().nullable(),
    /** Why the platform never gives insights of this post. */
    insights_blocked: model.text().nullable(),
    /** The run that is reading this post; its lease says for how long. */
    claim_run_id: model.text().nullable(),
    last_run_id: model.text().nullable(),
    account: model.belongsTo(() => SocialAccount, { mappedBy: "posts" }),
    snapshots: model.hasMany(() => SocialPostSnapshot, { mappedBy: "post" }),
    comments: model.hasMany(() => SocialComment, { mappedBy: "post" }),
  })
  .indexes([
    {
      on: ["account_id", "platform_post_id"],
      unique: true,
      where: "platform_post_id IS NOT NULL AND deleted_at IS NULL",
    },
    { on: ["platform", "posted_at"] },
    { on: ["account_id", "posted_at"] },
    {
      on: ["next_sync_at"],
      where: "status = 'posted' AND deleted_at IS NULL",
    },
    { on: ["claim_run_id"], where: "claim_run_id IS NOT NULL" },
    { on: ["group_id"], where: "group_id IS NOT NULL" },
    { on: ["expires_at"], where: "expires_at IS NOT NULL" },
  ])
  .cascades({ delete: ["snapshots", "comments"] })

export default SocialPost
