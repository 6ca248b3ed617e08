import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121124457 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "social_account" add column if not exists "followers_count" double precision null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "social_account" drop column if exists "followers_count";`
    )
  }
}
