import type { CadenceFigures, CadenceResult } from "./cadence"
import type { CallCounts } from "./calls-per-100"
import type { HistoryResult } from "./history"
import type { PipelineResult } from "./pipeline"
import type { SyncTimes } from "./sync-1000"

export interface BenchResult {
  calls_per_100_posts: Record<string, CallCounts>
  sync_1000_posts_100ms: Record<string, SyncTimes>
  pipeline: PipelineResult
  history: HistoryResult
  cadence: CadenceResult
}

/** The result for people. */
export function printTable(result: BenchResult): void {
  const { calls_per_100_posts, sync_1000_posts_100ms, pipeline } = result
  section("HTTP calls for the numbers of 100 posts", [
    ["", "ours", "floor", "naive"],
    ...Object.entries(calls_per_100_posts).map(([platform, counts]) => [
      platform,
      ...[counts.ours, counts.floor, counts.naive].map(String),
    ]),
  ])
  section("1,000 posts at 100 ms latency", [
    ["", "ours", "naive", "times faster"],
    ...Object.entries(sync_1000_posts_100ms).map(([platform, times]) => [
      platform,
      seconds(times.ours_ms),
      `${seconds(times.naive_ms)} (scaled from ${times.naive_measured_on} posts)`,
      times.ratio.toFixed(1),
    ]),
  ])
  section("Pipeline without a network", [
    ["posts", String(pipeline.posts)],
    ["sync", seconds(pipeline.ours_ms)],
    ["the same rows by SQL", seconds(pipeline.sql_ms)],
    ["ratio", pipeline.ratio.toFixed(2)],
    [
      "memory, 1,000 posts",
      grown(pipeline.rss_growth_mb_1000, pipeline.live_growth_mb_1000),
    ],
    [
      "memory, 100,000 posts",
      grown(pipeline.rss_growth_mb_100000, pipeline.live_growth_mb_100000),
    ],
  ])
  printHistory(result.history)
  printCadence("a busy store", result.cadence.busy_store, result.cadence)
  printCadence("a calm store", result.cadence.calm_store, result.cadence)
}

function printHistory({ sizes, growth, readings_per_post }: HistoryResult) {
  section(`Timeline of a post, ${readings_per_post} readings`, [
    ["readings in the table", "ours", "hand-written SQL", "ratio"],
    ...sizes.map(({ snapshots, ours_ms, sql_ms, ratio }) => [
      snapshots.toLocaleString("en"),
      `${ours_ms} ms`,
      `${sql_ms} ms`,
      ratio.toFixed(2),
    ]),
    ["growth over ten times the readings", growth.toFixed(2)],
  ])
}

function printCadence(
  name: string,
  { posts, ours, fixed, daily, ours_and_daily, ...ratios }: CadenceFigures,
  { days }: CadenceResult
) {
  const row = (label: string, figures: CadenceFigures["ours"]) => [
    label,
    ...[figures.calls, figures.readings].map(String),
    `${figures.error} %`,
    `${figures.error_once_read} %`,
  ]
  section(`Cadence: ${days} days of ${name}, ${posts} posts`, [
    ["", "calls", "posts read", "error", "once read"],
    row("ours", ours),
    row(`all posts every ${fixed.every_hours} h`, fixed),
    [
      "ratio",
      "",
      "",
      ratios.ratio.toFixed(3),
      ratios.ratio_once_read.toFixed(3),
    ],
    row("all posts daily", daily),
    row("ours and the daily job", ours_and_daily),
  ])
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

const grown = (rss: number, live: number) =>
  `+${rss} MB resident, +${live} MB in use`

function section(title: string, rows: string[][]): void {
  const widths = rows.reduce<number[]>(
    (known, row) =>
      row.map((cell, column) => Math.max(cell.length, known[column] ?? 0)),
    []
  )
  const lines = rows.map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")
  )
  process.stdout.write(`${title}\n  ${lines.join("\n  ")}\n\n`)
}
