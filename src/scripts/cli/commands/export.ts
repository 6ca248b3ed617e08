import { EXPORT_FORMATS } from "../../../modules/social-posts/exports/write-table"
import {
  EXPORT_KINDS,
  type ExportKind,
} from "../../../modules/social-posts/services/export-service"
import { type Command, type CommandContext, COMMON } from "../command"
import { findAccounts, findPlatform } from "../find-accounts"
import { toFile } from "../to-file"
import type { GivenOptions } from "../options"
import { EXIT, UsageError } from "../usage-error"

const { account, platform } = COMMON
const DAY_MS = 24 * 60 * 60 * 1000

/** `medusa-social export` */
export const exportCommand: Command = {
  name: "export",
  summary: "Writes posts, comments, timelines or account days as CSV or JSON.",
  words: `<${EXPORT_KINDS.join(" | ")}>`,
  options: {
    account,
    platform,
    post: {
      type: "string",
      value: "<id>",
      multiple: true,
      help: "Only this post (spost_…). May be repeated.",
    },
    status: {
      type: "string",
      value: "<status>",
      multiple: true,
      help: "Only posts with this status, e.g. posted. May be repeated.",
    },
    since: {
      type: "string",
      value: "<day or time>",
      help: "From then on: when a post was posted, a comment written, a reading taken; the day of an account.",
    },
    until: {
      type: "string",
      value: "<day or time>",
      help: "Up to then; a day is in it as a whole.",
    },
    format: {
      type: "string",
      value: EXPORT_FORMATS.join(" | "),
      help: "csv when nothing is said.",
    },
    json: { type: "boolean", help: "The same as --format json." },
    out: {
      type: "string",
      value: "<file>",
      help: "Into a file, which is there only when it is whole. Without it: the standard output.",
    },
  },
  examples: [
    {
      line: "medusa-social export posts --platform instagram --out posts.csv",
      does: "All posts of Instagram with their newest numbers.",
    },
    {
      line: "medusa-social export timelines --post spost_01ABC --since 2026-10-01 --json",
      does: "Every reading of one post since October, as JSON.",
    },
  ],
  check(options, positionals) {
    const kind = kindOf(positionals)
    formatOf(options)
    options.time("since")
    options.time("until")
    const ofPosts = ["post", "status"].find((name) => options.flag(name))
    if (kind === "account-days" && ofPosts) {
      throw new UsageError(
        `--${ofPosts} does not fit account-days. Options: --account, --platform, --since, --until.`
      )
    }
  },
  async run(context) {
    const { socialPosts, options, positionals, terminal, signal } = context
    const text = socialPosts.exports.stream({
      kind: kindOf(positionals),
      format: formatOf(options),
      from: options.time("since"),
      until: endOf(options),
      filters: await filtersOf(context),
    })
    const file = options.text("out")
    if (file) {
      const bytes = await toFile(file, text, signal)
      terminal.problem(`Wrote ${file} (${bytes} bytes).`)
      return EXIT.ok
    }
    for await (const piece of text) {
      if (signal.aborted) {
        return EXIT.interrupted
      }
      await terminal.write(piece)
    }
    return EXIT.ok
  },
}

function kindOf(positionals: readonly string[]): ExportKind {
  const [given, ...more] = positionals
  const kind = EXPORT_KINDS.find((one) => one === given)
  if (!kind || more.length > 0) {
    throw new UsageError(
      `Say what to export: medusa-social export <${EXPORT_KINDS.join(" | ")}>.`
    )
  }
  return kind
}

function formatOf(options: GivenOptions) {
  const format = options.choice("format", EXPORT_FORMATS)
  if (options.flag("json") && format === "csv") {
    throw new UsageError("--json and --format csv exclude each other.")
  }
  return format ?? (options.flag("json") ? "json" : "csv")
}

/** A day is in the range as a whole. */
function endOf(options: GivenOptions): string | undefined {
  const time = options.time("until")
  const isDay = options.text("until")?.length === 10
  return time && isDay
    ? new Date(Date.parse(time) + DAY_MS).toISOString()
    : time
}

async function filtersOf(context: CommandContext) {
  const { options } = context
  const platform = await findPlatform(context)
  const accounts = options.flag("account") ? await findAccounts(context) : null
  const ids = options.texts("post")
  const status = options.texts("status")
  return {
    ...(platform && { platform: [platform] }),
    ...(accounts && { account_id: accounts.map(({ id }) => id) }),
    ...(ids && { ids }),
    ...(status && { status }),
  }
}
