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
}

const POSTS = 10000

/** What a sync costs without a network: parse, map, compute, write. */
export async function measurePipeline(): Promise<PipelineResult> {
  progress(`Pipeline without a network: ${POSTS} posts …`)
  const { ours_ms, sql_ms } = await measureThroughput(POSTS)
  return {
    posts: POSTS,
    ours_ms: rounded(ours_ms),
    sql_ms: rounded(sql_ms),
    ratio: rounded(ours_ms / sql_ms, 2),
    rss_growth_mb_1000: await growthOver(1000),
    rss_growth_mb_100000: await growthOver(100000),
  }
}

/** Memory is measured in a process that does nothing else. */
async function growthOver(posts: number): Promise<number> {
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
  return rounded(JSON.parse(last).rss_growth_mb)
}
