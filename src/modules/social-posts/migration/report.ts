import type { OldRow } from "./old-row"
import type { PlannedPost, RowObstacle, RowPlan } from "./plan-row"

/** Why something of a row was not taken over. */
export type ProblemCode = RowObstacle | "not_stored"

export interface MigrationProblem {
  /** Id of the row in the old table. */
  row: string
  code: ProblemCode
  message: string
}

/** What became of an old connection to a network. */
export interface MigratedAccount {
  /** Id in the old table of platforms; `null` when rows name only a network. */
  old_id: string | null
  platform: string
  /** The account's id on the platform; `null` when nobody knows it. */
  external_id: string | null
  name: string | null
  /** `null` in a dry run, for an account that would be added. */
  account_id: string | null
  /**
   * `known`: it was connected here before. `connected`: its old token works.
   * `to_check`: a dry run did not try its token. `waiting`: a person has to
   * connect it.
   */
  state: "known" | "connected" | "to_check" | "waiting"
  /** For `waiting`: what happened and what to do. */
  reason: string | null
  token: "plain" | "sealed" | "none"
  posts: number
}

/** What a migration did, or would do. */
export interface MigrationReport {
  dry_run: boolean
  /** It was ended before all rows were read; the next run goes on. */
  interrupted: boolean
  source: {
    table: string
    platforms_table: string | null
    /** What was recognised, `{ caption: "content" }`. */
    columns: Record<string, string>
    platform_columns: Record<string, string>
    /** Columns that nothing is done with. */
    ignored_columns: string[]
  }
  rows: { total: number; read: number; usable: number; unusable: number }
  posts: {
    /** New in this run. */
    created: number
    /** Posts that were here already; their missing parts are added. */
    matched: number
    /** Those of `matched` that changed. */
    completed: number
    /** Written by an earlier run. */
    unchanged: number
    /** Known by their address alone; an import finds their ids. */
    without_id: number
    /** Rows that stand for posts on several networks. */
    split_rows: number
    by_platform: Record<string, number>
    by_status: Record<string, number>
  }
  /** Where ids were, `{ instagram_media_id: 1200 }`. */
  ids_found: Record<string, number>
  numbers: {
    /** Invented zeros that became unknown, by metric. */
    zeros: Record<string, number>
    /** What was no number, by metric. */
    unreadable: Record<string, number>
    /** Rows whose `comments` were a list. */
    comments_as_list: number
    comments: number
    /** Comments that the platform's rules do not let anybody keep. */
    comments_left_out: number
  }
  accounts: MigratedAccount[]
  /** How many problems there are, by code. */
  problem_counts: Record<string, number>
  /** The first ones. */
  problems: MigrationProblem[]
}

/** How many problems a report names. */
const PROBLEMS_NAMED = 1000

export function emptyReport(
  source: MigrationReport["source"],
  total: number,
  dry_run: boolean
): MigrationReport {
  return {
    dry_run,
    interrupted: false,
    source,
    rows: { total, read: 0, usable: 0, unusable: 0 },
    posts: {
      created: 0,
      matched: 0,
      completed: 0,
      unchanged: 0,
      without_id: 0,
      split_rows: 0,
      by_platform: {},
      by_status: {},
    },
    ids_found: {},
    numbers: {
      zeros: {},
      unreadable: {},
      comments_as_list: 0,
      comments: 0,
      comments_left_out: 0,
    },
    accounts: [],
    problem_counts: {},
    problems: [],
  }
}

/** Adds what a row was found to be. Its problem, if any, makes it unusable. */
export function noteRow(
  report: MigrationReport,
  row: OldRow,
  plan: RowPlan
): void {
  report.rows.read++
  if (plan.problem) {
    report.rows.unusable++
    noteProblem(report, { row: row.id, ...plan.problem })
    return
  }
  report.rows.usable++
  report.posts.split_rows += plan.posts.length > 1 ? 1 : 0
  report.numbers.comments_as_list += plan.comments_as_list ? 1 : 0
  report.numbers.comments_left_out += plan.comments_left_out
  for (const post of plan.posts) {
    notePost(report, post)
  }
}

function notePost(report: MigrationReport, post: PlannedPost): void {
  count(report.posts.by_platform, post.platform)
  count(report.posts.by_status, post.status)
  if (post.place) {
    count(report.ids_found, post.place)
  } else if (post.permalink) {
    report.posts.without_id++
  }
  report.numbers.comments += post.comments.length
  post.numbers.zeros.forEach((metric) => count(report.numbers.zeros, metric))
  post.numbers.unreadable.forEach((metric) =>
    count(report.numbers.unreadable, metric)
  )
}

export function noteProblem(
  report: MigrationReport,
  problem: MigrationProblem
): void {
  count(report.problem_counts, problem.code)
  if (report.problems.length < PROBLEMS_NAMED) {
    report.problems.push(problem)
  }
}

const count = (counts: Record<string, number>, key: string) => {
  counts[key] = (counts[key] ?? 0) + 1
}
