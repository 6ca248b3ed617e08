import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121193008 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "social_webhook_delivery" drop constraint if exists "social_webhook_delivery_platform_digest_unique";`
    )
    this.addSql(
      `alter table if exists "social_setting" drop constraint if exists "social_setting_name_unique";`
    )
    this.addSql(
      `alter table if exists "social_deletion_request" drop constraint if exists "social_deletion_request_confirmation_code_unique";`
    )
    this.addSql(
      `alter table if exists "social_account_snapshot" drop constraint if exists "social_account_snapshot_account_id_day_unique";`
    )
    this.addSql(
      `create table if not exists "social_account_snapshot" ("id" text not null, "account_id" text not null, "day" text not null, "period_end" timestamptz null, "captured_at" timestamptz not null, "followers" double precision null, "following" double precision null, "posts_count" double precision null, "followers_gained" double precision null, "followers_lost" double precision null, "reach" double precision null, "views" double precision null, "impressions" double precision null, "profile_views" double precision null, "accounts_engaged" double precision null, "interactions" double precision null, "clicks" double precision null, "other_metrics" jsonb null, "unavailable" jsonb null, "breakdowns" jsonb null, "audience" jsonb null, "definition_version" integer not null default 1, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_account_snapshot_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_account_snapshot_deleted_at" ON "social_account_snapshot" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_account_snapshot_account_id_day_unique" ON "social_account_snapshot" ("account_id", "day") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_deletion_request" ("id" text not null, "platform" text not null, "confirmation_code" text not null, "person_hash" text not null, "status" text check ("status" in ('pending', 'done', 'failed')) not null default 'pending', "accounts" integer not null default 0, "requested_at" timestamptz not null, "finished_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_deletion_request_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_deletion_request_confirmation_code_unique" ON "social_deletion_request" ("confirmation_code") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_deletion_request_deleted_at" ON "social_deletion_request" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_import" ("id" text not null, "account_id" text not null, "platform" text not null, "trigger" text check ("trigger" in ('manual', 'connect', 'scheduled', 'command')) not null, "kind" text check ("kind" in ('full', 'new', 'stories')) not null default 'full', "status" text check ("status" in ('running', 'success', 'partial', 'failed')) not null default 'running', "since" timestamptz null, "limit" integer null, "cursor" text null, "pages" integer not null default 0, "found" integer not null default 0, "created" integer not null default 0, "updated" integer not null default 0, "missing" integer not null default 0, "oldest_posted_at" timestamptz null, "calls" integer not null default 0, "problems" jsonb not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "resume_at" timestamptz null, "lease_until" timestamptz null, "worker" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_import_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_import_deleted_at" ON "social_import" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_import_account_id_started_at" ON "social_import" ("account_id", "started_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_import_one_running" ON "social_import" ("account_id", "kind") WHERE status = 'running' AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_import_lease_until" ON "social_import" ("lease_until") WHERE status = 'running' AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_retention_run" ("id" text not null, "trigger" text check ("trigger" in ('scheduled', 'manual', 'command')) not null, "dry_run" boolean not null default false, "removed" jsonb not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_retention_run_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_retention_run_deleted_at" ON "social_retention_run" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_retention_run_started_at" ON "social_retention_run" ("started_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_setting" ("id" text not null, "name" text not null, "value" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_setting_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_setting_name_unique" ON "social_setting" ("name") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_setting_deleted_at" ON "social_setting" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_webhook_delivery" ("id" text not null, "platform" text not null, "digest" text not null, "notices" jsonb not null, "received_at" timestamptz not null, "worked_at" timestamptz null, "attempts" integer not null default 0, "error" text null, "lease_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_webhook_delivery_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_webhook_delivery_deleted_at" ON "social_webhook_delivery" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_webhook_delivery_platform_digest_unique" ON "social_webhook_delivery" ("platform", "digest") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_webhook_delivery_received_at" ON "social_webhook_delivery" ("received_at") WHERE worked_at IS NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "social_sync_run" drop constraint if exists "social_sync_run_trigger_check";`
    )

    this.addSql(
      `alter table if exists "social_account" add column if not exists "imported_since" timestamptz null, add column if not exists "last_imported_at" timestamptz null, add column if not exists "next_import_at" timestamptz null, add column if not exists "next_stories_at" timestamptz null, add column if not exists "next_insights_at" timestamptz null, add column if not exists "last_insights_at" timestamptz null, add column if not exists "insights_error" text null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_account_next_import_at" ON "social_account" ("next_import_at") WHERE next_import_at IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_account_next_insights_at" ON "social_account" ("next_insights_at") WHERE next_insights_at IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "social_post" add column if not exists "mentions" text[] null, add column if not exists "expires_at" timestamptz null, add column if not exists "listed_at" timestamptz null, add column if not exists "comments_due_at" timestamptz null, add column if not exists "content_removed_at" timestamptz null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_expires_at" ON "social_post" ("expires_at") WHERE expires_at IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "social_comment" add column if not exists "by_account" boolean null, add column if not exists "edited_at" timestamptz null, add column if not exists "removed_at" timestamptz null, add column if not exists "fetched_at" timestamptz null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_comment_fetched_at" ON "social_comment" ("fetched_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_snapshot_captured_at" ON "social_post_snapshot" ("captured_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "social_sync_run" add constraint "social_sync_run_trigger_check" check("trigger" in ('manual', 'bulk', 'daily', 'due', 'published', 'command', 'import', 'webhook'));`
    )

    // What belongs to an account goes with it; the models know no relation.
    for (const table of ["social_account_snapshot", "social_import"]) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_account_id_foreign" foreign key ("account_id") references "social_account" ("id") on update cascade on delete cascade;`
      )
    }
    this.addSql(`update "social_comment" set "fetched_at" = "updated_at";`)
    this.addSql(
      `update "social_account" set "next_import_at" = now(), "next_insights_at" = now() where "status" = 'active';`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `update "social_sync_run" set "trigger" = 'due' where "trigger" in ('import', 'webhook');`
    )
    this.addSql(`drop table if exists "social_account_snapshot" cascade;`)

    this.addSql(`drop table if exists "social_deletion_request" cascade;`)

    this.addSql(`drop table if exists "social_import" cascade;`)

    this.addSql(`drop table if exists "social_retention_run" cascade;`)

    this.addSql(`drop table if exists "social_setting" cascade;`)

    this.addSql(`drop table if exists "social_webhook_delivery" cascade;`)

    this.addSql(
      `alter table if exists "social_sync_run" drop constraint if exists "social_sync_run_trigger_check";`
    )

    this.addSql(`drop index if exists "IDX_social_account_next_import_at";`)
    this.addSql(`drop index if exists "IDX_social_account_next_insights_at";`)
    this.addSql(
      `alter table if exists "social_account" drop column if exists "imported_since", drop column if exists "last_imported_at", drop column if exists "next_import_at", drop column if exists "next_stories_at", drop column if exists "next_insights_at", drop column if exists "last_insights_at", drop column if exists "insights_error";`
    )

    this.addSql(`drop index if exists "IDX_social_post_expires_at";`)
    this.addSql(
      `alter table if exists "social_post" drop column if exists "mentions", drop column if exists "expires_at", drop column if exists "listed_at", drop column if exists "comments_due_at", drop column if exists "content_removed_at";`
    )

    this.addSql(`drop index if exists "IDX_social_comment_fetched_at";`)
    this.addSql(
      `alter table if exists "social_comment" drop column if exists "by_account", drop column if exists "edited_at", drop column if exists "removed_at", drop column if exists "fetched_at";`
    )

    this.addSql(`drop index if exists "IDX_social_post_snapshot_captured_at";`)

    this.addSql(
      `alter table if exists "social_sync_run" add constraint "social_sync_run_trigger_check" check("trigger" in ('manual', 'bulk', 'daily', 'due', 'published', 'command'));`
    )
  }
}
