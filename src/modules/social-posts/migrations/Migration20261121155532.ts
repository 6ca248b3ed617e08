import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121155532 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "social_connection" drop constraint if exists "social_connection_state_hash_unique";`
    )
    this.addSql(
      `create table if not exists "social_connection" ("id" text not null, "platform" text not null, "flow" text not null, "actor_id" text not null, "state_hash" text null, "redirect_uri" text not null, "account_id" text null, "code_verifier" text null, "found" text null, "candidates" jsonb null, "granted_scopes" text[] null, "advice" jsonb null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_connection_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_connection_state_hash_unique" ON "social_connection" ("state_hash") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_connection_deleted_at" ON "social_connection" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "social_account" add column if not exists "connection_flow" text null, add column if not exists "reconnect_by" timestamptz null, add column if not exists "dead_by" text check ("dead_by" in ('token', 'permission')) null, add column if not exists "notice" text null, add column if not exists "sync_numbers" boolean not null default true, add column if not exists "sync_comments" boolean not null default true, add column if not exists "sync_schedule" text null;`
    )

    this.addSql(
      `alter table if exists "social_credential" add column if not exists "refresh_token" text null, add column if not exists "source_token" text null, add column if not exists "issued_at" timestamptz null, add column if not exists "expires_at" timestamptz null, add column if not exists "refresh_expires_at" timestamptz null, add column if not exists "source_expires_at" timestamptz null, add column if not exists "data_access_expires_at" timestamptz null, add column if not exists "granted_by" text null, add column if not exists "own_app" boolean not null default false, add column if not exists "version" integer not null default 1, add column if not exists "lease_by" text null, add column if not exists "lease_until" timestamptz null, add column if not exists "renewal_failed_at" timestamptz null, add column if not exists "renewal_error" text null;`
    )

    // What is known of earlier tokens: their end, and that a person is needed then.
    this.addSql(
      `UPDATE "social_credential" AS c SET expires_at = a.token_expires_at FROM "social_account" AS a WHERE a.id = c.account_id AND a.token_expires_at IS NOT NULL;`
    )
    this.addSql(
      `UPDATE "social_account" SET reconnect_by = token_expires_at WHERE token_expires_at IS NOT NULL AND status <> 'disconnected';`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "social_connection" cascade;`)

    this.addSql(
      `alter table if exists "social_account" drop column if exists "connection_flow", drop column if exists "reconnect_by", drop column if exists "dead_by", drop column if exists "notice", drop column if exists "sync_numbers", drop column if exists "sync_comments", drop column if exists "sync_schedule";`
    )

    this.addSql(
      `alter table if exists "social_credential" drop column if exists "refresh_token", drop column if exists "source_token", drop column if exists "issued_at", drop column if exists "expires_at", drop column if exists "refresh_expires_at", drop column if exists "source_expires_at", drop column if exists "data_access_expires_at", drop column if exists "granted_by", drop column if exists "own_app", drop column if exists "version", drop column if exists "lease_by", drop column if exists "lease_until", drop column if exists "renewal_failed_at", drop column if exists "renewal_error";`
    )
  }
}
