import { execFile } from "node:child_process"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { progress, rounded } from "../lib/progress"
import { measureThroughput } from "./throughput"

export interface PipelineResult {
  posts: number
  ours_ms: number
  sql_ms: number
  ratio: number
  rss_growth_mb_1000: number
  rss_growth_mb_100000: number
  /** Growth of the objects alone, which resident memory can have room for. */
  live_growth_mb_1000: number
  live_growth_mb_100000: number
}

const POSTS = 10000

/** What a sync costs without a network: parse, map, compute, write. */
export async function measurePipeline(): Promise<PipelineResult> {
  progress(`Pipeline without a network: ${POSTS} posts …`)
  const { ours_ms, sql_ms } = await measureThroughput(POSTS)
  const small = await growthOver(1000)
  const large = await growthOver(100000)
  return {
    posts: POSTS,
    ours_ms: rounded(ours_ms),
    sql_ms: rounded(sql_ms),
    ratio: rounded(ours_ms / sql_ms, 2),
    rss_growth_mb_1000: rounded(small.rss),
    rss_growth_mb_100000: rounded(large.rss),
    live_growth_mb_1000: rounded(small.live),
    live_growth_mb_100000: rounded(large.live),
  }
}

/** Memory is measured in a process that does nothing else. */
async function growthOver(
  posts: number
): Promise<{ rss: number; live: number }> {
  progress(`Memory of a sync of ${posts} posts …`)
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      "--expose-gc",
      "-r",
      "ts-node/register",
      join(__dirname, "memory-process.ts"),
      String(posts),
    ],
    { cwd: resolve(__dirname, "../..") }
  )
  const last = stdout.trim().split("\n").at(-1) ?? "{}"
  return JSON.parse(last)
}
