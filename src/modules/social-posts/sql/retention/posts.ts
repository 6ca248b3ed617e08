import { METRICS } from "../../../../platform-kit"
import type { Removal } from "../../retention/removal"
import type { RetentionScope } from "../../retention/scope"
import { insightsOf, type Knex } from "../database"
import { IS_GONE, lockPosts } from "./posts-in-turn"

/** When the platform gave the text of a post (`p`) last: seldom with numbers. */
const CONTENT_READ_AT =
  "coalesce(greatest(p.content_read_at, p.listed_at), p.created_at)"
/** When it gave the numbers last: not with every list. */
const NUMBERS_READ_AT = "coalesce(p.last_synced_at, p.created_at)"

/** Only what was published has anything from a platform. */
const WAS_OUT = "p.status IN ('posted', 'unavailable', 'archived')"

const CONTENT_IS_OVER = `${WAS_OUT}
  AND (p.caption IS NOT NULL OR p.media IS NOT NULL
    OR p.hashtags IS NOT NULL OR p.mentions IS NOT NULL)
  AND coalesce(
    ${CONTENT_READ_AT} <= CAST(:posts_before AS timestamptz)
    OR (:posts_with_post AND ${IS_GONE}), false
  )`

/** Keys of `insights` that hold numbers, beside the platform's own block. */
const NUMBER_KEYS = [
  ...METRICS,
  "engagement",
  "engagement_rate",
  "reactions",
  "breakdowns",
]
const HOLDS_NUMBERS = `(
  e.key = ANY(:number_keys) AND jsonb_typeof(e.value) <> 'null'
)`

const NUMBERS_ARE_OVER = `${WAS_OUT}
  AND ${NUMBERS_READ_AT} <= CAST(:numbers_before AS timestamptz)
  AND EXISTS (
    SELECT 1 FROM jsonb_each(${insightsOf("p.insights")}) e
    WHERE ${HOLDS_NUMBERS}
  )`

const bindings = (scope: RetentionScope) => ({
  ...scope,
  number_keys: [...NUMBER_KEYS, scope.insights_block],
  metrics: [...METRICS],
})

const count =
  (condition: string): Removal["count"] =>
  async (knex, scope) => {
    const { rows } = await knex.raw(
      `SELECT CAST(count(*) AS int) AS count FROM social_post p
       WHERE p.platform = :platform AND ${condition}`,
      bindings(scope)
    )
    return rows[0].count
  }

const change =
  (
    condition: string,
    apply: (trx: Knex, ids: string[], scope: RetentionScope) => Promise<void>
  ): Removal["remove"] =>
  async (trx, scope, after) => {
    const { ids, next } = await lockPosts(
      trx,
      bindings(scope),
      condition,
      after
    )
    if (ids.length > 0) {
      await apply(trx, ids, scope)
    }
    return { removed: ids.length, next }
  }

/** Texts and pictures go; the post stays with its numbers. */
export const contentRemoval: Removal = {
  kind: "post_texts",
  by: ["posts_before", "posts_with_post"],
  count: count(CONTENT_IS_OVER),
  remove: change(CONTENT_IS_OVER, async (trx, ids, { now }) => {
    await trx("social_post").whereIn("id", ids).update({
      caption: null,
      media: null,
      hashtags: null,
      mentions: null,
      content_removed_at: now,
      updated_at: now,
    })
  }),
}

/** Numbers of posts that were not read for so long become unknown. */
export const numberRemoval: Removal = {
  kind: "post_numbers",
  by: ["numbers_before"],
  count: count(NUMBERS_ARE_OVER),
  remove: change(NUMBERS_ARE_OVER, async (trx, ids, scope) => {
    await trx.raw(
      `UPDATE social_post p SET
         insights = p.insights || cleared.numbers || jsonb_build_object(
           'unavailable',
           CASE WHEN jsonb_typeof(p.insights -> 'unavailable') = 'object'
             THEN p.insights -> 'unavailable' ELSE '{}'::jsonb END
             || cleared.reasons
         ),
         updated_at = :now
       FROM social_post own CROSS JOIN LATERAL (
         SELECT jsonb_object_agg(e.key, 'null'::jsonb) AS numbers,
           coalesce(
             jsonb_object_agg(e.key, '"window_closed"'::jsonb)
               FILTER (WHERE e.key = ANY(:metrics)), '{}'::jsonb
           ) AS reasons
         FROM jsonb_each(own.insights) e WHERE ${HOLDS_NUMBERS}
       ) cleared
       WHERE p.id = own.id AND own.id = ANY(:ids)`,
      { ...bindings(scope), ids }
    )
  }),
}
