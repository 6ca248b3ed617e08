import type { PlatformProfile } from "../../../../platform-kit"
import { definitionVersion } from "../../history/definitions"
import { composeInsights, otherMetrics } from "../../insights/compose-insights"
import type { StoryNotice } from "../../webhooks/coalesce"
import { isStale } from "../../webhooks/is-stale"
import { mergeStory } from "../../webhooks/merge-story"
import { insightsOf, type Knex, toJsonb } from "../database"
import {
  SNAPSHOT_NUMBERS,
  type SnapshotWrite,
  writeSnapshots,
} from "../write-readings"

interface StoryRow {
  index: number
  id: string
  insights: Record<string, unknown>
  last_synced_at: Date | null
}

/** Writes the last numbers of stories, as readings of the time they are of. */
export async function applyStoryNotices(
  trx: Knex,
  notices: readonly StoryNotice[],
  profileOf: (platform: string) => PlatformProfile | null,
  now: Date
): Promise<void> {
  const writes: Record<string, unknown>[] = []
  const snapshots: SnapshotWrite[] = []
  for (const { index, ...story } of await lockStories(trx, notices)) {
    const notice = notices[index]
    const profile = notice && profileOf(notice.platform)
    if (!profile) {
      continue
    }
    const isLate = isStale(notice.at, story.last_synced_at)
    const reading = mergeStory(story.insights, notice.reading, {
      isLate,
      block: profile.insights_block,
    })
    const { patch, numbers, changed, split_changed } = composeInsights(
      story.insights,
      reading,
      profile
    )
    const last_synced_at = isLate ? story.last_synced_at : notice.at
    const fresh = isLate
      ? {}
      : {
          last_synced_at: notice.at.toISOString(),
          sync_status: "success",
          sync_errors: [],
        }
    writes.push({
      id: story.id,
      insights: { ...patch, ...fresh },
      last_synced_at,
      is_late: isLate,
    })
    if (!isLate) {
      snapshots.push({
        post_id: story.id,
        captured_at: notice.at,
        numbers: Object.fromEntries(
          SNAPSHOT_NUMBERS.map((name) => [name, numbers[name] ?? null])
        ),
        other_metrics: otherMetrics(numbers, SNAPSHOT_NUMBERS),
        breakdowns: reading.breakdowns ?? null,
        changed: changed || split_changed,
        definition_version: definitionVersion(profile.definitions, notice.at),
      })
    }
  }
  await writeStories(trx, writes, now)
  await writeSnapshots(trx, null, snapshots, now)
}

/** Locked, because numbers are merged outside the database. */
async function lockStories(
  trx: Knex,
  notices: readonly StoryNotice[]
): Promise<StoryRow[]> {
  if (notices.length === 0) {
    return []
  }
  const rows = notices.map(
    ({ platform, account_external_id, platform_post_id }, index) => ({
      index,
      platform,
      account: account_external_id,
      post: platform_post_id,
    })
  )
  const { rows: found } = await trx.raw(
    `SELECT n.index, p.id, p.last_synced_at,
       (${insightsOf("p.insights")}) - 'comments_data' AS insights
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS n(
       index int, platform text, account text, post text
     )
     JOIN social_account a ON a.platform = n.platform
       AND a.external_id = n.account AND a.deleted_at IS NULL
       AND a.sync_numbers AND a.status <> 'disconnected'
     JOIN social_post p ON p.account_id = a.id AND p.deleted_at IS NULL
       AND p.platform_post_id = n.post
     ORDER BY p.id
     FOR UPDATE OF p`,
    { rows: toJsonb(rows) }
  )
  return found
}

async function writeStories(
  trx: Knex,
  writes: readonly Record<string, unknown>[],
  now: Date
): Promise<void> {
  if (writes.length === 0) {
    return
  }
  await trx.raw(
    `UPDATE social_post p SET
       insights = (${insightsOf("p.insights")}) || w.insights,
       last_synced_at = w.last_synced_at,
       sync_status = CASE WHEN w.is_late THEN p.sync_status ELSE 'success' END,
       sync_errors = CASE WHEN w.is_late THEN p.sync_errors ELSE '{}' END,
       updated_at = :now
     FROM jsonb_to_recordset(CAST(:writes AS jsonb)) AS w(
       id text, insights jsonb, last_synced_at timestamptz, is_late boolean
     )
     WHERE p.id = w.id`,
    { writes: toJsonb(writes), now }
  )
}
