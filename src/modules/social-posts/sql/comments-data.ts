/** How many comments `insights.comments_data` shows. */
const COMMENTS_SHOWN = 100

/**
 * A join that gives, as `newest.comments`, what `insights.comments_data` shows
 * of a post: its newest comments, without those that are gone.
 *
 * @param postId SQL of the post's id
 */
export const newestComments = (postId: string) => `LEFT JOIN LATERAL (
  SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'id', c.platform_comment_id, 'parent_id', c.parent_id,
    'hidden', CASE WHEN c.hidden THEN true END,
    'by_account', CASE WHEN c.by_account THEN true END
  )) || jsonb_build_object(
    'text', c.text,
    'from', CASE WHEN c.author_id IS NULL AND c.author_name IS NULL
      THEN NULL
      ELSE jsonb_build_object('id', c.author_id, 'name', c.author_name)
    END,
    'created_time', to_char(c.commented_at AT TIME ZONE 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'like_count', c.like_count
  ) ORDER BY c.commented_at DESC NULLS LAST, c.platform_comment_id DESC)
    AS comments
  FROM (
    SELECT * FROM social_comment
    WHERE post_id = ${postId} AND deleted_at IS NULL AND removed_at IS NULL
    ORDER BY commented_at DESC NULLS LAST, platform_comment_id DESC
    LIMIT ${COMMENTS_SHOWN}
  ) c
) newest ON true`
