import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121094524 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "social_post_snapshot" drop constraint if exists "social_post_snapshot_post_id_run_id_unique";`
    )
    this.addSql(
      `alter table if exists "social_comment" drop constraint if exists "social_comment_post_id_platform_comment_id_unique";`
    )
    this.addSql(
      `alter table if exists "social_post" drop constraint if exists "social_post_account_id_platform_post_id_unique";`
    )
    this.addSql(
      `alter table if exists "social_metric_verdict" drop constraint if exists "social_metric_verdict_platform_host_product_type_metric_unique";`
    )
    this.addSql(
      `alter table if exists "social_credential" drop constraint if exists "social_credential_account_id_unique";`
    )
    this.addSql(
      `alter table if exists "social_call_budget" drop constraint if exists "social_call_budget_bucket_unique";`
    )
    this.addSql(
      `alter table if exists "social_account" drop constraint if exists "social_account_platform_external_id_unique";`
    )
    this.addSql(
      `create table if not exists "social_account" ("id" text not null, "platform" text not null, "external_id" text not null, "username" text null, "display_name" text null, "avatar_url" text null, "account_type" text null, "status" text check ("status" in ('active', 'needs_reconnect', 'paused', 'disconnected')) not null default 'active', "status_reason" text null, "scopes" text[] null, "settings" jsonb null, "token_expires_at" timestamptz null, "parked_until" timestamptz null, "last_synced_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_account_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_account_deleted_at" ON "social_account" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_account_platform_external_id_unique" ON "social_account" ("platform", "external_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_call_budget" ("id" text not null, "bucket" text not null, "scope" text check ("scope" in ('account', 'app')) not null, "used" double precision not null, "resets_at" timestamptz null, "parked_until" timestamptz null, "observed_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_call_budget_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_call_budget_deleted_at" ON "social_call_budget" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_call_budget_bucket_unique" ON "social_call_budget" ("bucket") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_credential" ("id" text not null, "access_token" text not null, "account_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_credential_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_credential_account_id_unique" ON "social_credential" ("account_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_credential_deleted_at" ON "social_credential" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_metric_verdict" ("id" text not null, "platform" text not null, "host" text not null, "product_type" text not null, "metric" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_metric_verdict_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_metric_verdict_deleted_at" ON "social_metric_verdict" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_metric_verdict_platform_host_product_type_metric_unique" ON "social_metric_verdict" ("platform", "host", "product_type", "metric") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_post" ("id" text not null, "platform" text not null, "platform_post_id" text null, "origin" text check ("origin" in ('published', 'imported', 'manual')) not null default 'manual', "status" text check ("status" in ('draft', 'scheduled', 'posted', 'failed', 'unavailable', 'archived')) not null default 'draft', "caption" text null, "media_type" text null, "media_product_type" text null, "media" jsonb null, "hashtags" text[] null, "permalink" text null, "posted_at" timestamptz null, "group_id" text null, "insights" jsonb null, "sync_status" text check ("sync_status" in ('success', 'partial', 'failed')) null, "sync_errors" text[] null, "last_synced_at" timestamptz null, "next_sync_at" timestamptz null, "unchanged_readings" integer not null default 0, "gone_since" timestamptz null, "insights_blocked" text null, "claim_run_id" text null, "last_run_id" text null, "account_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_post_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_account_id" ON "social_post" ("account_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_deleted_at" ON "social_post" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_post_account_id_platform_post_id_unique" ON "social_post" ("account_id", "platform_post_id") WHERE platform_post_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_platform_posted_at" ON "social_post" ("platform", "posted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_account_id_posted_at" ON "social_post" ("account_id", "posted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_next_sync_at" ON "social_post" ("next_sync_at") WHERE status = 'posted' AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_claim_run_id" ON "social_post" ("claim_run_id") WHERE claim_run_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_group_id" ON "social_post" ("group_id") WHERE group_id IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_comment" ("id" text not null, "platform_comment_id" text not null, "parent_id" text null, "author_id" text null, "author_name" text null, "text" text null, "like_count" double precision null, "hidden" boolean null, "commented_at" timestamptz null, "extras" jsonb null, "post_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_comment_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_comment_post_id" ON "social_comment" ("post_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_comment_deleted_at" ON "social_comment" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_comment_post_id_platform_comment_id_unique" ON "social_comment" ("post_id", "platform_comment_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_comment_post_id_commented_at" ON "social_comment" ("post_id", "commented_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_post_snapshot" ("id" text not null, "run_id" text null, "captured_at" timestamptz not null, "likes" double precision null, "comments" double precision null, "shares" double precision null, "saves" double precision null, "quotes" double precision null, "impressions" double precision null, "reach" double precision null, "views" double precision null, "clicks" double precision null, "video_views" double precision null, "engagement" double precision null, "engagement_rate" double precision null, "other_metrics" jsonb null, "breakdowns" jsonb null, "definition_version" integer not null default 1, "post_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_post_snapshot_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_snapshot_post_id" ON "social_post_snapshot" ("post_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_snapshot_deleted_at" ON "social_post_snapshot" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_social_post_snapshot_post_id_run_id_unique" ON "social_post_snapshot" ("post_id", "run_id") WHERE run_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_post_snapshot_post_id_captured_at" ON "social_post_snapshot" ("post_id", "captured_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "social_sync_run" ("id" text not null, "trigger" text check ("trigger" in ('manual', 'bulk', 'daily', 'due', 'published', 'command')) not null, "scope" jsonb not null, "status" text check ("status" in ('running', 'success', 'partial', 'failed')) not null default 'running', "total" integer not null default 0, "success" integer not null default 0, "partial" integer not null default 0, "failed" integer not null default 0, "skipped" integer not null default 0, "calls" jsonb not null, "problems" jsonb not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "lease_until" timestamptz null, "worker" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "social_sync_run_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_sync_run_deleted_at" ON "social_sync_run" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_sync_run_started_at" ON "social_sync_run" ("started_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_sync_run_lease_until" ON "social_sync_run" ("lease_until") WHERE status = 'running' AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "social_credential" add constraint "social_credential_account_id_foreign" foreign key ("account_id") references "social_account" ("id") on update cascade on delete cascade;`
    )

    this.addSql(
      `alter table if exists "social_post" add constraint "social_post_account_id_foreign" foreign key ("account_id") references "social_account" ("id") on update cascade on delete cascade;`
    )

    this.addSql(
      `alter table if exists "social_comment" add constraint "social_comment_post_id_foreign" foreign key ("post_id") references "social_post" ("id") on update cascade on delete cascade;`
    )

    this.addSql(
      `alter table if exists "social_post_snapshot" add constraint "social_post_snapshot_post_id_foreign" foreign key ("post_id") references "social_post" ("id") on update cascade on delete cascade;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "social_credential" drop constraint if exists "social_credential_account_id_foreign";`
    )

    this.addSql(
      `alter table if exists "social_post" drop constraint if exists "social_post_account_id_foreign";`
    )

    this.addSql(
      `alter table if exists "social_comment" drop constraint if exists "social_comment_post_id_foreign";`
    )

    this.addSql(
      `alter table if exists "social_post_snapshot" drop constraint if exists "social_post_snapshot_post_id_foreign";`
    )

    this.addSql(`drop table if exists "social_account" cascade;`)

    this.addSql(`drop table if exists "social_call_budget" cascade;`)

    this.addSql(`drop table if exists "social_credential" cascade;`)

    this.addSql(`drop table if exists "social_metric_verdict" cascade;`)

    this.addSql(`drop table if exists "social_post" cascade;`)

    this.addSql(`drop table if exists "social_comment" cascade;`)

    this.addSql(`drop table if exists "social_post_snapshot" cascade;`)

    this.addSql(`drop table if exists "social_sync_run" cascade;`)
  }
}
