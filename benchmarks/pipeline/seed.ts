import type { StoreDatabase } from "../../integration-tests/utils/store-database"
import type { Store } from "../../integration-tests/utils/store-module"
import type { RecordedEdge } from "./recorded-edge"

/** Connects the recorded account. Returns its id. */
export async function connectRecorded(
  { service }: Store,
  { account }: RecordedEdge
): Promise<string> {
  const { platform, external_id, access_token, settings } = account
  return service.storeAccount(
    await service.checkAccount({
      platform,
      external_id,
      access_token,
      settings,
    })
  )
}

/** Adds posts that were never synced, spread over four months. */
export async function addPosts(
  { query }: StoreDatabase,
  accountId: string,
  posts: number,
  name: string
): Promise<void> {
  await query(
    `INSERT INTO social_post (
       id, account_id, platform, platform_post_id, origin, status,
       caption, posted_at, created_at, updated_at
     )
     SELECT 'spost_' || $3 || lpad(n::text, 8, '0'), $1, 'twitter',
       (1900000000000000000 + abs(hashtext($3)) * 1000000::bigint + n)::text,
       'manual', 'posted', 'Recorded ' || n,
       now() - interval '1 hour' - n * interval '120 days' / $2::int,
       now(), now()
     FROM generate_series(1, $2::int) n`,
    [accountId, posts, name]
  )
  await query("ANALYZE social_post")
}
