import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Comments know their thread, and threads whether they are answered. */
export class Migration20261121195000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "social_comment" add column if not exists "thread_id" text null, add column if not exists "unanswered" boolean null;`
    )
    this.addSql(
      `alter table if exists "social_post" add column if not exists "comments_pruned_until" timestamptz null;`
    )
    // Down from the comments that answer nothing that is there.
    this.addSql(
      `with recursive placed as (
         select c.id, c.post_id, c.platform_comment_id, c.id as thread_id
         from "social_comment" c
         where c.deleted_at is null and not exists (
           select 1 from "social_comment" p
           where p.post_id = c.post_id and p.deleted_at is null
             and p.platform_comment_id = c.parent_id
         )
         union
         select c.id, c.post_id, c.platform_comment_id, placed.thread_id
         from placed join "social_comment" c
           on c.post_id = placed.post_id and c.deleted_at is null
           and c.parent_id = placed.platform_comment_id
       )
       update "social_comment" c set "thread_id" = placed.thread_id
       from placed where c.id = placed.id;`
    )
    // What answers itself in a circle stands alone.
    this.addSql(
      `update "social_comment" set "thread_id" = "id" where "thread_id" is null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_comment_thread_id" ON "social_comment" ("thread_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_comment_threads" ON "social_comment" ("commented_at") WHERE thread_id = id AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_social_comment_unanswered" ON "social_comment" ("commented_at") WHERE unanswered AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_social_comment_thread_id";`)
    this.addSql(`drop index if exists "IDX_social_comment_threads";`)
    this.addSql(`drop index if exists "IDX_social_comment_unanswered";`)
    this.addSql(
      `alter table if exists "social_comment" drop column if exists "thread_id", drop column if exists "unanswered";`
    )
    this.addSql(
      `alter table if exists "social_post" drop column if exists "comments_pruned_until";`
    )
  }
}
