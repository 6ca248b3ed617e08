import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Metrics that lists are sorted by, with `insights` as their only source. */
const METRICS = [
  "likes",
  "comments",
  "shares",
  "saves",
  "quotes",
  "impressions",
  "reach",
  "views",
  "clicks",
  "video_views",
  "engagement",
  "engagement_rate",
]

export class Migration20261121094600 extends Migration {
  override async up(): Promise<void> {
    for (const metric of METRICS) {
      // The expression is the one that `sql/list-posts.ts` sorts by.
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_social_post_insights_${metric}" ON "social_post" ((CASE WHEN jsonb_typeof(insights -> '${metric}') = 'number' THEN (insights ->> '${metric}')::double precision END) DESC NULLS LAST, id) WHERE deleted_at IS NULL;`
      )
    }
  }

  override async down(): Promise<void> {
    for (const metric of METRICS) {
      this.addSql(`DROP INDEX IF EXISTS "IDX_social_post_insights_${metric}";`)
    }
  }
}
