import { pageTokenRequired } from "../meta/auth-errors"
import { unknownError } from "../meta/errors"
import { EdgeCall, GraphContext, NodeType, scalar } from "../meta/graph"
import { graphTime } from "../meta/time"
import { lacksInsights, readMetrics, row } from "./insights-call"
import { numbersOf, PostNumbers } from "./metrics"
import { nonZero } from "./metrics"
import { FacebookPost } from "./model"
import { permalinkOf } from "./post-node"
import { textOf } from "./texts"

type Values = Record<
  string,
  (numbers: PostNumbers) => number | Record<string, number>
>

const byReaction = ({ reactions }: PostNumbers) => nonZero(reactions)
const actions = ({ shares, comments }: PostNumbers) =>
  nonZero({ SHARE: shares, COMMENT: comments })
const retention = () =>
  Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      String(i),
      Math.round(1000 * Math.exp(-i / 15)) / 1000,
    ])
  )

/** Metrics of a reel's bare video id (facebook §7). */
const REEL_METRICS: Values = {
  blue_reels_play_count: ({ video_views }) => video_views,
  fb_reels_total_plays: ({ views }) => views,
  fb_reels_replay_count: ({ views, video_views }) => views - video_views,
  post_video_avg_time_watched: ({ average_watched }) => average_watched,
  post_video_view_time: ({ view_time }) => view_time,
  post_video_followers: ({ clicks }) => Math.floor(clicks / 20),
  post_video_likes_by_reaction_type: byReaction,
  post_video_social_actions: actions,
  post_video_retention_graph: retention,
}

/** Metrics of a video's bare id (facebook §7). */
const VIDEO_METRICS: Values = {
  total_video_views: ({ video_views }) => video_views,
  total_video_complete_views: ({ complete_views }) => complete_views,
  total_video_15s_views: ({ video_views }) => Math.floor(video_views * 0.4),
  total_video_30s_views: ({ video_views }) => Math.floor(video_views * 0.3),
  total_video_60s_excludes_shorter_views: ({ video_views }) =>
    Math.floor(video_views * 0.1),
  total_video_avg_time_watched: ({ average_watched }) => average_watched,
  total_video_view_total_time: ({ view_time }) => view_time,
  total_video_view_total_time_organic: ({ view_time }) => view_time,
  total_video_view_total_time_paid: () => 0,
  total_video_reactions_by_type_total: byReaction,
  total_video_stories_by_action_type: actions,
  total_video_retention_graph: retention,
  total_video_views_by_distribution_type: ({ video_views }) =>
    nonZero({ page_owned: video_views }),
}

/** `GET /{video-id}/video_insights`. */
function videoInsights(
  post: FacebookPost,
  context: GraphContext,
  call: EdgeCall
) {
  if (context.token.family !== "PAGE") {
    throw pageTokenRequired()
  }
  const own = post.kind === "reel" ? REEL_METRICS : VIDEO_METRICS
  const wanted = call.params.metric
    ? call
    : {
        ...call,
        params: {
          ...call.params,
          metric: Object.keys(own).join(","),
        },
      }
  const asked = (wanted.params.metric ?? "").split(",")
  // A post metric here ends in code 1 instead of a refusal.
  if (asked.some((name) => name.startsWith("post_") && !own[name])) {
    throw unknownError()
  }
  const names = readMetrics(
    wanted,
    (name) => name in REEL_METRICS || name in VIDEO_METRICS
  )
  if (lacksInsights(context)) {
    return { data: [] }
  }
  const numbers = numbersOf(context.environment.seed, post, context.now)
  return {
    // A reel asked for a video's metric: nothing, without an error.
    data: names.flatMap((name) => {
      const value = own[name]?.(numbers)
      return value === undefined
        ? []
        : [
            {
              ...row(post.video_id ?? "", name, "lifetime", [{ value }]),
              id: `${post.video_id}/video_insights/${name}/lifetime`,
            },
          ]
    }),
  }
}

/** The bare video: it has no `insights` edge. */
export const videoType: NodeType<FacebookPost> = {
  name: "Video",
  label: "{video-id}",
  defaults: ["description", "updated_time", "id"],
  fields: {
    id: scalar((post) => post.video_id),
    title: scalar(() => undefined),
    description: scalar((post, { environment }) =>
      textOf(environment.seed, post)
    ),
    created_time: scalar((post) => graphTime(post.posted)),
    updated_time: scalar((post) => graphTime(post.posted)),
    length: scalar((post) => post.length / 1000),
    permalink_url: scalar((post) =>
      permalinkOf(post).replace("https://www.facebook.com", "")
    ),
    post_id: scalar((post) => post.id),
  },
  edges: { video_insights: { call: videoInsights } },
}
