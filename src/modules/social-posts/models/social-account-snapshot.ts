import { model } from "@medusajs/framework/utils"

/**
 * One day of an account. `null` is "not known", with the reason in
 * `unavailable`. The migration makes the numbers `double precision`.
 */
const SocialAccountSnapshot = model
  .define("social_account_snapshot", {
    id: model.id({ prefix: "sasnap" }).primaryKey(),
    account_id: model.text(),
    /** The calendar day, `YYYY-MM-DD`, as the platform cuts days. */
    day: model.text(),
    /** End of the platform's day. */
    period_end: model.dateTime().nullable(),
    /** When it was read last. */
    captured_at: model.dateTime(),
    followers: model.float().nullable(),
    following: model.float().nullable(),
    posts_count: model.float().nullable(),
    followers_gained: model.float().nullable(),
    followers_lost: model.float().nullable(),
    reach: model.float().nullable(),
    views: model.float().nullable(),
    impressions: model.float().nullable(),
    profile_views: model.float().nullable(),
    accounts_engaged: model.float().nullable(),
    interactions: model.float().nullable(),
    clicks: model.float().nullable(),
    /** Metrics without a column, e.g. `{ website_clicks: 3 }`. */
    other_metrics: model.json().nullable(),
    /** `{ metric: reason }` for what is not known. */
    unavailable: model.json().nullable(),
    breakdowns: model.json().nullable(),
    /** Who followed that day (`AccountAudience`); only on days it was asked. */
    audience: model.json().nullable(),
    /** Counts up when a platform redefines a metric. */
    definition_version: model.number().default(1),
  })
  .indexes([{ on: ["account_id", "day"], unique: true }])

export default SocialAccountSnapshot
