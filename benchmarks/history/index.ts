import { createStoreDatabase } from "../../integration-tests/utils/store-database"
import {
  openStore,
  type Store,
} from "../../integration-tests/utils/store-module"
import { progress, rounded, timed } from "../lib/progress"
import { READINGS_PER_POST, seedHistory } from "./seed"

export interface HistorySize {
  snapshots: number
  /** A post's timeline with gains, peaks and comparison. */
  ours_ms: number
  /** The same readings by a hand-written query. */
  sql_ms: number
  ratio: number
}

export interface HistoryResult {
  readings_per_post: number
  sizes: HistorySize[]
  /** How many times longer a timeline takes in the largest table. */
  growth: number
}

/** Largest table when nobody says; the small one is a tenth of it. */
const SNAPSHOTS = 1000000
const ROUNDS = 300
const WARM_UP = 50

const BY_HAND = `SELECT captured_at, definition_version, likes, comments, shares,
    saves, quotes, impressions, reach, views, clicks, video_views, engagement,
    engagement_rate, other_metrics
  FROM social_post_snapshot
  WHERE post_id = :post AND deleted_at IS NULL ORDER BY captured_at`

/** The timeline of one post in tables of different sizes. */
export async function measureHistory(
  largest = SNAPSHOTS
): Promise<HistoryResult> {
  const sizes = []
  for (const snapshots of [Math.ceil(largest / 10), largest]) {
    progress(`History: the timeline of a post among ${snapshots} readings …`)
    sizes.push(await measure(snapshots))
  }
  const [small, large] = sizes as [HistorySize, HistorySize]
  return {
    readings_per_post: READINGS_PER_POST,
    sizes,
    growth: rounded(large.ours_ms / small.ours_ms, 2),
  }
}

async function measure(snapshots: number): Promise<HistorySize> {
  const database = await createStoreDatabase()
  await seedHistory(database, snapshots)
  const store = await openStore({
    databaseUrl: database.url,
    sandboxUrl: "http://127.0.0.1",
  })
  try {
    return { snapshots, ...(await compare(store, snapshots)) }
  } finally {
    await store.close()
    await database.drop()
  }
}

/** Turn by turn, each with a post that was not looked at before. */
async function compare({ service, knex }: Store, snapshots: number) {
  const posts = Math.ceil(snapshots / READINGS_PER_POST)
  // Far apart, and by no pattern that the order of the rows has.
  const post = (turn: number) => `spost_bench${((turn * 7919) % posts) + 1}`
  const from = new Date(Date.now() - 182 * 24 * 60 * 60 * 1000)
  const ours = (turn: number) =>
    service.history.timelineOfPost(post(turn), { from, compare: "previous" })
  const byHand = (turn: number) => knex.raw(BY_HAND, { post: post(turn) })
  const times = { ours: [] as number[], sql: [] as number[] }
  for (let turn = 0; turn < WARM_UP + ROUNDS; turn++) {
    const ours_ms = await timed(() => ours(2 * turn))
    const sql_ms = await timed(() => byHand(2 * turn + 1))
    if (turn >= WARM_UP) {
      times.ours.push(ours_ms)
      times.sql.push(sql_ms)
    }
  }
  const [ours_ms, sql_ms] = [median(times.ours), median(times.sql)]
  return {
    ours_ms: rounded(ours_ms, 2),
    sql_ms: rounded(sql_ms, 2),
    ratio: rounded(ours_ms / sql_ms, 2),
  }
}

const median = (values: number[]) =>
  [...values].sort((one, other) => one - other)[
    Math.floor(values.length / 2)
  ] as number
