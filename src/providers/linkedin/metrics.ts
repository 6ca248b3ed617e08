import type { MetricDefinition, MetricTables } from "../../platform-kit"

/**
 * Lifetime statistics per post. `likeCount` counts all reactions.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics
 */
const STATISTICS: readonly MetricDefinition[] = [
  { name: "impressionCount", metric: "impressions" },
  { name: "uniqueImpressionsCount", metric: "reach" },
  { name: "clickCount", metric: "clicks" },
  { name: "likeCount", metric: "likes" },
  { name: "commentCount", metric: "comments" },
  { name: "shareCount", metric: "shares" },
]

/** Posts of a page. */
export const ORGANIZATION_METRICS = {
  POST: { core: STATISTICS, optional: [], retired: [] },
  VIDEO: {
    core: STATISTICS,
    // One type per call, so never in bulk.
    optional: [{ name: "VIDEO_VIEW", metric: "video_views", ask: "single" }],
    retired: [],
  },
} as const satisfies MetricTables

/**
 * One metric of one post per call, so only what counts most is asked in bulk.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/members/post-statistics
 */
const MEMBER_CORE: readonly MetricDefinition[] = [
  { name: "IMPRESSION", metric: "impressions" },
  { name: "MEMBERS_REACHED", metric: "reach" },
  { name: "REACTION", metric: "likes" },
  { name: "COMMENT", metric: "comments" },
  { name: "RESHARE", metric: "shares" },
]

/** `since` is compared with the API version, not with the calendar. */
const since202604 = { ask: "single", since: "2026-04-01" } as const

const MEMBER_MORE: readonly MetricDefinition[] = [
  { name: "POST_SAVE", metric: "saves", ...since202604 },
  { name: "POST_SEND", metric: "sends", ...since202604 },
  { name: "LINK_CLICKS", metric: "clicks", ...since202604 },
  {
    name: "PROFILE_VIEW_FROM_CONTENT",
    metric: "profile_visits",
    ...since202604,
  },
  { name: "FOLLOWER_GAINED_FROM_CONTENT", metric: "follows", ...since202604 },
]

/**
 * Video numbers of a member's post come from an endpoint of their own.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/members/video-statistics
 */
const MEMBER_VIDEO: readonly MetricDefinition[] = [
  { name: "VIDEO_PLAY", metric: "video_views", ask: "single" },
  {
    name: "VIDEO_WATCH_TIME",
    metric: "total_watch_time",
    unit: "milliseconds",
    ask: "single",
  },
]

/** Posts of a person. */
export const MEMBER_METRICS = {
  POST: { core: MEMBER_CORE, optional: MEMBER_MORE, retired: [] },
  VIDEO: {
    core: MEMBER_CORE,
    optional: [...MEMBER_MORE, ...MEMBER_VIDEO],
    retired: [],
  },
} as const satisfies MetricTables

/** Statistics exist for this long; older posts keep their last numbers. */
export const STATISTICS_DAYS = 365

/** Closed days that lie whole within that rolling year. */
export const HISTORY_DAYS = STATISTICS_DAYS - 1
