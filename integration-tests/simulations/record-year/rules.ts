import type { Store } from "../../utils/store-module"

/*
 * The rules as the platform sheets tell them (linkedin §9, x §8), checked by
 * SQL of their own.
 */
const RULES: Record<string, string> = {
  "comments of LinkedIn after 48 h": `SELECT count(*)::int AS count
    FROM social_comment c JOIN social_post p ON p.id = c.post_id
    WHERE p.platform = 'linkedin'
      AND c.fetched_at <= CAST(:now AS timestamptz) - interval '48 hours'`,
  "names below LinkedIn posts after 24 h": `SELECT count(*)::int AS count
    FROM social_comment c JOIN social_post p ON p.id = c.post_id
    WHERE p.platform = 'linkedin' AND c.by_account IS NOT TRUE
      AND (c.author_id IS NOT NULL OR c.author_name IS NOT NULL)
      AND c.fetched_at <= CAST(:now AS timestamptz) - interval '24 hours'`,
  "comments of posts that X deleted": `SELECT count(*)::int AS count
    FROM social_comment c JOIN social_post p ON p.id = c.post_id
    WHERE p.platform = 'twitter' AND p.status = 'unavailable'`,
  "texts of posts that X deleted": `SELECT count(*)::int AS count
    FROM social_post p
    WHERE p.platform = 'twitter' AND p.status = 'unavailable'
      AND (p.caption IS NOT NULL OR p.media IS NOT NULL)`,
  "numbers of LinkedIn after 12 months": `SELECT count(*)::int AS count
    FROM social_post_snapshot s JOIN social_post p ON p.id = s.post_id
    WHERE p.platform = 'linkedin'
      AND s.captured_at <= CAST(:now AS timestamptz) - interval '365 days'`,
}

/** What would not be worth to be looked through each hour. */
const DAILY_RULES: typeof RULES = {
  "comments of LinkedIn in insights without their rows": `SELECT count(*)::int AS count
    FROM social_post p
    WHERE p.platform = 'linkedin'
      AND jsonb_typeof(p.insights -> 'comments_data') = 'array'
      AND jsonb_array_length(p.insights -> 'comments_data') > (
        SELECT count(*) FROM social_comment c WHERE c.post_id = p.id)`,
}

/** What is kept for longer than a platform allows. */
export async function brokenRules(
  { knex }: Store,
  now: Date
): Promise<string[]> {
  const rules = now.getUTCHours() === 0 ? { ...RULES, ...DAILY_RULES } : RULES
  const { rows } = await knex.raw(
    Object.entries(rules)
      .map(([name, query]) => `SELECT '${name}' AS name, (${query}) AS count`)
      .join(" UNION ALL "),
    { now }
  )
  return (rows as { name: string; count: number }[])
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${now.toISOString()}: ${count} ${name}`)
}
