import type { Sandbox } from "../../../platform-sandbox"
import type { Store } from "../../utils/store-module"
import type { Deletion } from "./happenings"
import type { Account } from "./jobs"
import { DAY, HOUR, MINUTE, START } from "./scenery"
import { compare, type StoredPost, truthOf } from "./truths"
import type { StoryLife } from "./witness"

/** What must be over when nothing runs any more. */
const LEFTOVERS: Record<string, string> = {
  "syncs left running": `SELECT count(*)::int AS count FROM social_sync_run WHERE status = 'running'`,
  "imports left running": `SELECT count(*)::int AS count FROM social_import WHERE status = 'running'`,
  "retention runs without an end": `SELECT count(*)::int AS count FROM social_retention_run WHERE finished_at IS NULL`,
  "claims left": `SELECT count(*)::int AS count FROM social_post WHERE claim_run_id IS NOT NULL`,
  "token leases left": `SELECT count(*)::int AS count FROM social_credential WHERE lease_by IS NOT NULL`,
  "readings twice in one run": `SELECT count(*)::int AS count FROM (
    SELECT 1 FROM social_post_snapshot WHERE run_id IS NOT NULL
    GROUP BY post_id, run_id HAVING count(*) > 1) twice`,
  "readings twice in one moment": `SELECT count(*)::int AS count FROM (
    SELECT 1 FROM social_post_snapshot
    GROUP BY post_id, captured_at HAVING count(*) > 1) twice`,
  "posts that are due and were not read": `SELECT count(*)::int AS count
    FROM social_post p JOIN social_account a ON a.id = p.account_id
    WHERE p.status = 'posted' AND p.next_sync_at <= CAST(:now AS timestamptz) - interval '2 hours'
      AND (p.expires_at IS NULL OR p.expires_at > :now) AND a.status = 'active'
      AND (a.parked_until IS NULL OR a.parked_until <= :now)`,
}

export async function leftovers({ knex }: Store, now: Date): Promise<string[]> {
  const complaints: string[] = []
  for (const [name, query] of Object.entries(LEFTOVERS)) {
    const { rows } = await knex.raw(query, { now })
    if (rows[0].count > 0) {
      complaints.push(`${rows[0].count} ${name}`)
    }
  }
  return complaints
}

const NUMBERS = [
  "followers",
  "following",
  "posts_count",
  "followers_gained",
  "followers_lost",
  "reach",
  "views",
  "impressions",
  "profile_views",
  "accounts_engaged",
  "interactions",
  "clicks",
]

export interface DailyRows {
  rows: number
  gaps: number
  numbers: number
  /** Numbers that are not known, by platform and reason. */
  reasons: Record<string, number>
  unexplained: Record<string, number>
}

/** A row for every day of every account, and a reason for every gap in it. */
export async function dailyRows(
  { knex }: Store,
  accounts: readonly Account[],
  days: number
): Promise<DailyRows> {
  const found: DailyRows = {
    rows: 0,
    gaps: 0,
    numbers: 0,
    reasons: {},
    unexplained: {},
  }
  const count = (to: Record<string, number>, name: string) => {
    to[name] = (to[name] ?? 0) + 1
  }
  for (const { id, platform } of accounts) {
    const rows: Row[] = await knex("social_account_snapshot").where({
      account_id: id,
    })
    const byDay = new Map(rows.map((row) => [row.day, row]))
    for (let n = 0; n < days; n++) {
      const day = new Date(START + n * DAY).toISOString().slice(0, 10)
      const row = byDay.get(day)
      if (!row) {
        found.gaps++
        continue
      }
      found.rows++
      const reasons = (row.unavailable ?? {}) as Record<string, string>
      for (const metric of NUMBERS) {
        if (row[metric] !== null) {
          found.numbers++
        } else if (reasons[metric]) {
          count(found.reasons, `${platform} ${reasons[metric]}`)
        } else {
          count(found.unexplained, `${platform} ${metric}`)
        }
      }
    }
  }
  return found
}

type Row = Record<string, unknown> & { day: string }

interface KeptPost extends StoredPost {
  id: string
  account_id: string
  status: string
  last_synced_at: Date | null
}

export interface Inventory {
  posts: number
  unavailable: number
  compared: number
  complaints: string[]
}

/** Every post of the world once, each with its numbers of when it was read. */
export async function takeInventory(
  store: Store,
  sandbox: Sandbox,
  accounts: readonly Account[],
  deletions: readonly Deletion[],
  lives: ReadonlyMap<string, StoryLife>
): Promise<Inventory> {
  const end = sandbox.clock.now()
  const { rows } = await store.knex.raw(
    `SELECT id, account_id, platform, platform_post_id, media_product_type,
       status, last_synced_at, insights FROM social_post
     WHERE deleted_at IS NULL`
  )
  const kept = rows as KeptPost[]
  const complaints = census(kept, sandbox, accounts, deletions, end)
  let compared = 0
  for (const post of kept) {
    if (!post.last_synced_at) {
      complaints.push(`${nameOf(post)} was never read`)
      continue
    }
    sandbox.clock.hold(post.last_synced_at)
    const truth = truthOf(sandbox, post)
    const life = lives.get(post.id)
    if (truth && life) {
      // The webhook at a story's end tells no views: they stay as last read.
      sandbox.clock.hold(new Date(life.posted + Math.max(...life.ages)))
      truth.views = truthOf(sandbox, post)?.views
    }
    const { wrong } = truth ? compare(post, truth) : { wrong: ["unknown"] }
    compared++
    if (wrong.length > 0) {
      complaints.push(`${nameOf(post)}: ${wrong.join(", ")}`)
    }
  }
  sandbox.clock.hold(end)
  return {
    posts: kept.length,
    unavailable: kept.filter(({ status }) => status === "unavailable").length,
    compared,
    complaints,
  }
}

const nameOf = ({ platform, platform_post_id }: StoredPost) =>
  `${platform} ${platform_post_id}`

function census(
  kept: readonly KeptPost[],
  { world }: Sandbox,
  accounts: readonly Account[],
  deletions: readonly Deletion[],
  end: Date
): string[] {
  const complaints: string[] = []
  const keyOf = (account: string, id: string) =>
    `${account} ${id.split("_").at(-1)}`
  const found = new Map<string, KeptPost[]>()
  for (const post of kept) {
    const key = keyOf(post.account_id, post.platform_post_id)
    found.set(key, [...(found.get(key) ?? []), post])
  }
  const idOf = new Map(
    accounts.map(({ id, platform, external_id }) => [
      `${platform} ${external_id}`,
      id,
    ])
  )
  const gone = new Map(
    deletions.map(({ post, at }) => [post.platform_post_id, at])
  )
  const all = new Map(
    [...world.posts(), ...world.stories()].map((post) => [
      post.platform_post_id,
      post,
    ])
  )
  for (const post of all.values()) {
    if (Date.parse(post.posted_at) > end.getTime()) {
      continue
    }
    const account = idOf.get(`${post.platform} ${post.account_external_id}`)
    const key = keyOf(account ?? "", post.platform_post_id)
    const rows = found.get(key) ?? []
    found.delete(key)
    if (rows.length !== 1) {
      complaints.push(
        `${nameOf({ ...post, insights: null })} of ${post.posted_at} is there ${rows.length} times`
      )
    }
    const isGone = gone.has(post.platform_post_id)
    for (const row of rows) {
      if (isGone !== (row.status === "unavailable")) {
        complaints.push(
          `${nameOf(row)} is ${row.status}${isGone ? ", deleted" : ""} (posted ${post.posted_at})`
        )
      }
      if (isGone && typeof row.insights?.likes !== "number") {
        complaints.push(`${nameOf(row)} lost its numbers`)
      }
    }
  }
  for (const post of [...found.values()].flat()) {
    complaints.push(`${nameOf(post)} is of no world`)
  }
  return complaints
}

/** Ages at which stories are read, in hours. */
const MARKS = [1, 6, 12, 20, 23.5]
/** Stories are looked for so often. */
const FOUND_WITHIN = 3 * HOUR

/** Stories that were not read when they had to be. `step` is that of the clock. */
export function missedReadings(
  lives: Iterable<StoryLife>,
  end: Date,
  step: number
): string[] {
  return [...lives].flatMap(({ platform, posted, ages }) => {
    const first = ages[0] as number
    const late =
      first > FOUND_WITHIN + step ? [`found after ${first / HOUR} h`] : []
    const missed = MARKS.map((hours) => hours * HOUR).filter(
      (mark) =>
        mark > first &&
        posted + mark + step < end.getTime() &&
        !ages.some((age) => age >= mark && age <= mark + step)
    )
    const told = [
      ...late,
      ...missed.map((mark) => `not read at ${mark / HOUR} h`),
    ]
    return told.length > 0
      ? [
          `story of ${platform}, ${new Date(posted).toISOString()}: ${told.join(", ")} (read at ${ages.map((age) => `${Math.round(age / MINUTE)} min`).join(", ")})`,
        ]
      : []
  })
}
