import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What retention looks for: readings, also those that were deleted softly, and
 * how old the text of a post is.
 */
export class Migration20261122001500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "social_post" add column if not exists "content_read_at" timestamptz null;`
    )
    this.addSql(`drop index if exists "IDX_social_post_snapshot_captured_at";`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_snapshot_captured_at" ON "social_post_snapshot" ("captured_at");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "social_post" drop column if exists "content_read_at";`
    )
    this.addSql(`drop index if exists "IDX_social_post_snapshot_captured_at";`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_snapshot_captured_at" ON "social_post_snapshot" ("captured_at") WHERE deleted_at IS NULL;`
    )
  }
}
