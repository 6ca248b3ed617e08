import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121163000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "social_account" add column if not exists "notice_lease_until" timestamptz null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "social_account" drop column if exists "notice_lease_until";`
    )
  }
}
