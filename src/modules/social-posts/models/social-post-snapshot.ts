import { model } from "@medusajs/framework/utils"
import SocialPost from "./social-post"

/**
 * One reading of a post, never changed afterwards. The migration makes the
 * numbers `double precision`: view counts pass int4, and a 4-byte float would
 * round them.
 */
const SocialPostSnapshot = model
  .define("social_post_snapshot", {
    id: model.id({ prefix: "ssnap" }).primaryKey(),
    run_id: model.text().nullable(),
    captured_at: model.dateTime(),
    likes: model.float().nullable(),
    comments: model.float().nullable(),
    shares: model.float().nullable(),
    saves: model.float().nullable(),
    quotes: model.float().nullable(),
    impressions: model.float().nullable(),
    reach: model.float().nullable(),
    views: model.float().nullable(),
    clicks: model.float().nullable(),
    video_views: model.float().nullable(),
    engagement: model.float().nullable(),
    engagement_rate: model.float().nullable(),
    /** Metrics without a column, e.g. `{ follows: 2, avg_watch_time: 7.4 }`. */
    other_metrics: model.json().nullable(),
    /** Reactions by type and breakdowns. */
    breakdowns: model.json().nullable(),
    /** Counts up when a platform redefines a metric. */
    definition_version: model.number().default(1),
    post: model.belongsTo(() => SocialPost, { mappedBy: "snapshots" }),
  })
  .indexes([
    {
      on: ["post_id", "run_id"],
      unique: true,
      where: "run_id IS NOT NULL AND deleted_at IS NULL",
    },
    { on: ["post_id", "captured_at"] },
    // What is over its time goes, whether or not it was deleted softly before.
    { on: ["captured_at"], where: null },
  ])

export default SocialPostSnapshot
