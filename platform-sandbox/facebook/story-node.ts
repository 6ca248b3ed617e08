import { pageTokenRequired } from "../meta/auth-errors"
import { EdgeCall, GraphContext, NodeType, scalar } from "../meta/graph"
import { renderList } from "../meta/paging"
import { DAY, parseMoment } from "../meta/time"
import { lacksInsights, readMetrics, row } from "./insights-call"
import { FacebookPage, FacebookStory, has } from "./model"
import { isCounted, storyNumbers } from "./story-metrics"

/** What "not counted yet" looks like (facebook §7). */
const NOT_READY = { value: 0, end_time: "1970-01-02T00:00:00+0000" }

/** An entry of the list of stories, which has no id of its own (facebook §5). */
const entryType: NodeType<FacebookStory> = {
  name: "Stories",
  label: "{story}",
  defaults: [
    "post_id",
    "status",
    "creation_time",
    "media_type",
    "media_id",
    "url",
  ],
  fields: {
    post_id: scalar((story) => story.id),
    status: scalar(({ posted }, { now }) =>
      now - posted < DAY ? "PUBLISHED" : "ARCHIVED"
    ),
    // Seconds, as a text.
    creation_time: scalar(({ posted }) => String(posted / 1000)),
    media_type: scalar((story) => story.media),
    media_id: scalar((story) => story.media_id),
    url: scalar(
      ({ id, page }) => `https://www.facebook.com/stories/${page.id}/${id}/`
    ),
  },
  edges: {},
}

export const storyExists = (
  { id, posted }: FacebookStory,
  { now, situations }: GraphContext
) => posted <= now && !situations.deletion(id, undefined)

/** `GET /{page-id}/stories`: ended ones too, from the archive. */
export function storyList(
  page: FacebookPage,
  context: GraphContext,
  call: EdgeCall
) {
  if (context.token.family !== "PAGE") {
    throw pageTokenRequired()
  }
  const since = parseMoment(call.params.since)
  const until = parseMoment(call.params.until)
  const items = page.stories.filter(
    (story) =>
      storyExists(story, context) &&
      (since === undefined || story.posted >= since) &&
      (until === undefined || story.posted <= until)
  )
  return renderList(items, call, context, {
    path: `${page.id}/stories`,
    account_id: page.id,
    type: entryType,
    idOf: (story) => story.id,
    orderOf: (story) => story.posted,
    default_limit: 25,
    max_limit: 100,
    over: "refuse",
  })
}

/** Metrics are asked for in capitals or not, and answered in small letters. */
function storyInsights(
  story: FacebookStory,
  context: GraphContext,
  call: EdgeCall
) {
  if (context.token.family !== "PAGE") {
    throw pageTokenRequired()
  }
  const { environment, now } = context
  const numbers = storyNumbers(environment.seed, story, now)
  const metric = (call.params.metric ?? "").toLowerCase()
  const small = { ...call, params: { ...call.params, metric } }
  const names = readMetrics(small, (name) => Object.hasOwn(numbers, name))
  if (lacksInsights(context) || has(story.page, "few_likes")) {
    return { data: [] }
  }
  return {
    data: names.map((name) => {
      const value = isCounted(story, name, now)
        ? { value: numbers[name] }
        : NOT_READY
      return row(story.id, name, "lifetime", [value])
    }),
  }
}

/** A story by its `post_id`. */
export const storyType: NodeType<FacebookStory> = {
  name: "PageStory",
  label: "{story-id}",
  defaults: ["id"],
  fields: { id: scalar((story) => story.id) },
  edges: { insights: { call: storyInsights } },
}
