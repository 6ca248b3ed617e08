import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What webhooks leave behind: when a comment was last spoken of, whose access a
 * disconnected account lived on, and which accounts are still to be deleted.
 */
export class Migration20261121203000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "social_comment" add column if not exists "noticed_at" timestamptz null;`
    )
    this.addSql(
      `alter table if exists "social_account" add column if not exists "granted_by" text null;`
    )
    this.addSql(
      `alter table if exists "social_deletion_request" add column if not exists "account_ids" text[] not null default '{}';`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_deletion_request_person_hash_unique" ON "social_deletion_request" ("person_hash") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop index if exists "IDX_social_deletion_request_person_hash_unique";`
    )
    this.addSql(
      `alter table if exists "social_deletion_request" drop column if exists "account_ids";`
    )
    this.addSql(
      `alter table if exists "social_account" drop column if exists "granted_by";`
    )
    this.addSql(
      `alter table if exists "social_comment" drop column if exists "noticed_at";`
    )
  }
}
