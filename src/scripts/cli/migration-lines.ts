import type { MigrationReport } from "../../modules/social-posts/migration/report"

/** How many problems are told one by one; `--json` tells more. */
const TOLD = 20

/** The report of a migration for a person. */
export function migrationLines(report: MigrationReport): string[] {
  const { source, rows, posts, numbers } = report
  const would = report.dry_run ? "would be " : ""
  return [
    `From ${source.table}${source.platforms_table ? ` and ${source.platforms_table}` : " (no table of platforms was found; name it with --platforms)"}`,
    `  recognised: ${pairs(source.columns)}`,
    ...(source.ignored_columns.length > 0
      ? [`  left out:   ${source.ignored_columns.join(", ")}`]
      : []),
    "",
    `Rows: ${rows.read} of ${rows.total} read, ${rows.usable} usable, ${rows.unusable} not${report.interrupted ? " (ended early; run it again to go on)" : ""}`,
    `Posts: ${posts.created} ${would}new, ${posts.matched} here already, ${posts.unchanged} from an earlier run`,
    `  by platform: ${pairs(posts.by_platform)}`,
    `  rows for several platforms: ${posts.split_rows}; known by their address alone: ${posts.without_id}`,
    `  ids found in: ${pairs(report.ids_found)}`,
    `Numbers: invented zeros that became unknown: ${pairs(numbers.zeros)}`,
    `  not a number: ${pairs(numbers.unreadable)}`,
    `  comments: ${numbers.comments} (a list instead of a number in ${numbers.comments_as_list} rows; ${numbers.comments_left_out} may not be kept)`,
    "",
    "Accounts:",
    ...report.accounts.map(accountLine),
    ...problemLines(report),
  ]
}

const STATES = {
  known: "connected here already",
  connected: "connected with its old token",
  to_check: "its old token will be tried",
  waiting: "waits for you",
}

const accountLine = ({
  old_id,
  platform,
  external_id,
  name,
  state,
  reason,
  posts,
}: MigrationReport["accounts"][number]) =>
  `  ${platform.padEnd(10)} ${name ?? external_id ?? "(unknown)"}${old_id ? ` [${old_id}]` : ""}: ${posts} posts; ${STATES[state]}${reason ? `. ${reason}` : ""}`

function problemLines({ problem_counts, problems }: MigrationReport): string[] {
  if (problems.length === 0) {
    return []
  }
  const all = Object.values(problem_counts).reduce((a, b) => a + b, 0)
  return [
    "",
    `Not taken over: ${pairs(problem_counts)}`,
    ...problems
      .slice(0, TOLD)
      .map(({ row, message }) => `  ${row}: ${message}`),
    ...(all > TOLD ? [`  … and ${all - TOLD} more (--json tells them)`] : []),
  ]
}

const pairs = (counts: Record<string, string | number>) =>
  Object.entries(counts)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ") || "none"
