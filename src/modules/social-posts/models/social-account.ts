import { model } from "@medusajs/framework/utils"
import SocialPost from "./social-post"

/** One identity on one platform, connected by a merchant. */
const SocialAccount = model
  .define("social_account", {
    id: model.id({ prefix: "sacc" }).primaryKey(),
    platform: model.text(),
    external_id: model.text(),
    username: model.text().searchable().nullable(),
    display_name: model.text().searchable().nullable(),
    avatar_url: model.text().nullable(),
    account_type: model.text().nullable(),
    /** As of the last reading of the account; `double precision`, as all counts. */
    followers_count: model.float().nullable(),
    status: model
      .enum(["active", "needs_reconnect", "paused", "disconnected"])
      .default("active"),
    /** What happened and what to do, for every status but `active`. */
    status_reason: model.text().nullable(),
    /** For `needs_reconnect`: the `token` died, or a `permission` is missing. */
    dead_by: model.enum(["token", "permission"]).nullable(),
    scopes: model.array().nullable(),
    settings: model.json().nullable(),
    /** Way it was connected (`ConnectionFlow.id`); `null` for a pasted token. */
    connection_flow: model.text().nullable(),
    token_expires_at: model.dateTime().nullable(),
    /** When a person has to connect it again; `null` when it lasts by itself. */
    reconnect_by: model.dateTime().nullable(),
    /** The last notice for merchants: `needs_reconnect`, `1d` or `7d` with its date. */
    notice: model.text().nullable(),
    /** While the notice is being sent, and by when somebody else may take over. */
    notice_lease_until: model.dateTime().nullable(),
    /** What is read: numbers, comments, or both. */
    sync_numbers: model.boolean().default(true),
    sync_comments: model.boolean().default(true),
    /** Cron expression; `null` follows the age of each post. */
    sync_schedule: model.text().nullable(),
    /** A limit of the platform ends the calls for this account until then. */
    parked_until: model.dateTime().nullable(),
    last_synced_at: model.dateTime().nullable(),
    /** All posts from then on are here; `null` before the first walk ended. */
    imported_since: model.dateTime().nullable(),
    last_imported_at: model.dateTime().nullable(),
    /** When new posts are looked for again; `null` when never by itself. */
    next_import_at: model.dateTime().nullable(),
    /** When stories are looked for again. */
    next_stories_at: model.dateTime().nullable(),
    /** When the account's own numbers are read again. */
    next_insights_at: model.dateTime().nullable(),
    last_insights_at: model.dateTime().nullable(),
    /** Why the account's own numbers could not be read; `null` when they could. */
    insights_error: model.text().nullable(),
    /** Whose access it lived on, while it has no tokens of its own. */
    granted_by: model.text().nullable(),
    posts: model.hasMany(() => SocialPost, { mappedBy: "account" }),
  })
  .indexes([
    { on: ["platform", "external_id"], unique: true },
    { on: ["next_import_at"], where: "next_import_at IS NOT NULL" },
    { on: ["next_insights_at"], where: "next_insights_at IS NOT NULL" },
  ])
  .cascades({ delete: ["posts"] })

export default SocialAccount
