import { unit } from "../core/hash"
import { nonZero, PostNumbers, REACTIONS } from "./metrics"
import { FacebookPost } from "./model"

type Value = number | Record<string, number>

export interface PostMetric {
  value(numbers: PostNumbers, post: FacebookPost): Value
  /** Also answered as a stale row of the day, zero and last. */
  day_row?: true
  /** Of a photo: zero, or no row. */
  video?: true
  breakdowns?: string[]
}

const metric = (value: PostMetric["value"]): PostMetric => ({ value })
const video = (value: PostMetric["value"]): PostMetric => ({
  value,
  video: true,
})

const part = (share: number) =>
  video((numbers) => Math.floor(numbers.video_views * share))

const graph = video((numbers) =>
  numbers.video_views
    ? Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [
          String(i),
          Math.round(1000 * Math.exp(-i / 15)) / 1000,
        ])
      )
    : {}
)

const timeBy = (keys: string[]) =>
  video((numbers) =>
    nonZero(
      Object.fromEntries(
        keys.map((key, i) => [
          key,
          Math.floor(numbers.view_time / (keys.length + i)),
        ])
      )
    )
  )

const activity = ({ shares, reactions_total, comments }: PostNumbers) =>
  nonZero({ share: shares, like: reactions_total, comment: comments })

/** Post metrics that are alive (facebook §3.1); everything else is refused. */
export const POST_METRICS: Record<string, PostMetric> = {
  post_media_view: {
    ...metric(({ views }) => views),
    breakdowns: ["is_from_ads", "is_from_followers"],
  },
  post_total_media_view_unique: {
    ...metric(({ reach }) => reach),
    day_row: true,
  },
  post_clicks: metric(({ clicks }) => clicks),
  post_clicks_by_type: metric(({ clicks }, { id }) => {
    const links = Math.floor(clicks * unit(1, id, "links"))
    return nonZero({ "link clicks": links, "other clicks": clicks - links })
  }),
  post_reactions_by_type_total: metric(({ reactions }) => nonZero(reactions)),
  ...Object.fromEntries(
    REACTIONS.map(([name]) => [
      `post_reactions_${name}_total`,
      metric(({ reactions }) => reactions[name] ?? 0),
    ])
  ),
  post_activity_by_action_type: metric(activity),
  post_activity_by_action_type_unique: metric(activity),
  post_video_views: {
    ...video(({ video_views }) => video_views),
    day_row: true,
  },
  post_video_avg_time_watched: video(({ average_watched }) => average_watched),
  post_video_view_time: video(({ view_time }) => view_time),
  post_video_length: video((_numbers, post) => post.length),
  post_video_view_time_organic: video(({ view_time }) => view_time),
  post_video_views_organic: part(1),
  post_video_views_paid: part(0),
  post_video_views_autoplayed: part(0.8),
  post_video_views_clicked_to_play: part(0.2),
  post_video_views_sound_on: part(0.3),
  post_video_views_15s: part(0.4),
  post_video_views_60s_excludes_shorter: part(0.1),
  post_video_complete_views_organic: video(
    ({ complete_views }) => complete_views
  ),
  post_video_complete_views_paid: part(0),
  post_video_complete_views_30s_organic: part(0.3),
  post_video_complete_views_30s_paid: part(0),
  post_video_retention_graph: graph,
  post_video_retention_graph_autoplayed: graph,
  post_video_retention_graph_clicked_to_play: graph,
  post_video_view_time_by_age_bucket_and_gender: timeBy(["F.25-34", "M.25-34"]),
  post_video_view_time_by_region_id: timeBy(["Berlin - Germany"]),
  post_video_view_time_by_distribution_type: timeBy(["page_owned", "shared"]),
  // The only one of the family in minutes.
  post_video_view_time_by_country_id: video(({ view_time }) =>
    nonZero({ DE: Math.floor(view_time / 60_000) })
  ),
  post_video_social_actions_count_unique: video(
    ({ shares, comments }) => shares + comments
  ),
}

/** Accepted by the validator and never answered (facebook §3.2). */
export const SILENT_POST_METRICS = ["post_engagements"]
