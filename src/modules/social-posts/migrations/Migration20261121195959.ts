import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Posts know the import that saw them last. */
export class Migration20261121195959 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "social_post" add column if not exists "listed_by" text null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "social_post" drop column if exists "listed_by";`
    )
  }
}
