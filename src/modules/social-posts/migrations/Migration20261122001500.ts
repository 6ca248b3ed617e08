import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The readings that retention looks for, also those that were deleted softly. */
export class Migration20261122001500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop index if exists "IDX_social_post_snapshot_captured_at";`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_snapshot_captured_at" ON "social_post_snapshot" ("captured_at");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_social_post_snapshot_captured_at";`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_snapshot_captured_at" ON "social_post_snapshot" ("captured_at") WHERE deleted_at IS NULL;`
    )
  }
}
