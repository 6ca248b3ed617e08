import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Tables whose rows go with their post, by a foreign key. */
const TABLES = ["social_comment", "social_post_snapshot"]

/**
 * A cascading delete looks for the rows of each post, the soft-deleted ones
 * too: an index without a condition is the only one it can use. Without it, it
 * reads the whole table for each post.
 */
export class Migration20261121130500 extends Migration {
  override async up(): Promise<void> {
    for (const table of TABLES) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${table}_post_cascade" ON "${table}" ("post_id");`
      )
    }
  }

  override async down(): Promise<void> {
    for (const table of TABLES) {
      this.addSql(`DROP INDEX IF EXISTS "IDX_${table}_post_cascade";`)
    }
  }
}
