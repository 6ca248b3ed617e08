import { MedusaError } from "@medusajs/framework/utils"
import { type Command, type CommandContext, COMMON } from "../command"
import { migrationLines } from "../migration-lines"
import { EXIT, UsageError } from "../usage-error"
import { POST_ROLES } from "../../../modules/social-posts/migration/old-row"

const { json } = COMMON

/** `medusa-social migrate` */
export const migrate: Command = {
  name: "migrate",
  summary: "Takes over the posts that another module of this store kept.",
  options: {
    from: {
      type: "string",
      value: "<table or module>",
      help: "The old table of posts (old_social.social_post), or the old module's key.",
    },
    platforms: {
      type: "string",
      value: "<table>",
      help: "The old table of platforms with api_config; found by itself when posts refer to it.",
    },
    map: {
      type: "string",
      value: "<role>=<column>",
      multiple: true,
      help: `What a column is where the report got it wrong. Roles: ${Object.keys(POST_ROLES).join(", ")}.`,
    },
    account: {
      type: "string",
      value: "<old id>[:<platform>]=<id>",
      multiple: true,
      help: "The id on its platform of an old connection, where the report does not know it.",
    },
    yes: {
      type: "boolean",
      help: "Does it. Without it there is only the report.",
    },
    "dry-run": {
      type: "boolean",
      help: "Only the report, which is what happens without --yes.",
    },
    json,
  },
  examples: [
    {
      line: "medusa-social migrate --from old_social.social_post",
      does: "A report of what would be taken over, and what not and why.",
    },
    {
      line: "medusa-social migrate --from old_social.social_post --yes",
      does: "Takes it over. May be run again: what is there stays as it is.",
    },
    {
      line: "medusa-social migrate --from old_social.social_post --account plat_1:linkedin=urn:li:organization:4711 --yes",
      does: "Says which LinkedIn page an old connection was.",
    },
  ],
  check(options) {
    if (!options.text("from")) {
      throw new UsageError(
        "--from is missing: the old table of posts, e.g. --from old_social.social_post."
      )
    }
    if (options.flag("yes") && options.flag("dry-run")) {
      throw new UsageError("--yes and --dry-run exclude each other.")
    }
    const wrong = Object.keys(options.pairs("map")).find(
      (role) => !(role in POST_ROLES)
    )
    if (wrong) {
      throw new UsageError(
        `--map "${wrong}" is not known. Roles: ${Object.keys(POST_ROLES).join(", ")}.`
      )
    }
    options.pairs("account")
  },
  async run(context) {
    const { socialPosts, options, terminal, signal } = context
    const from = options.text("from") ?? ""
    const dry_run = !options.flag("yes")
    const report = await asUsage(
      socialPosts.migration.migrate({
        from,
        tables: tablesOf(context, from),
        platforms: options.text("platforms"),
        columns: options.pairs("map"),
        accounts: options.pairs("account"),
        dry_run,
        signal,
        onProgress: ({ read, total }) =>
          terminal.progress(`${read} of ${total} rows`),
      })
    )
    terminal.json({ report })
    migrationLines(report).forEach((line) => terminal.line(line))
    if (dry_run) {
      terminal.line("")
      terminal.line("Nothing was written. Run it again with --yes to do it.")
    }
    const failed = report.problem_counts.not_stored ?? 0
    return failed > 0 ? EXIT.trouble : EXIT.ok
  },
}

/** What the database says about `--from` and its like is about the command line. */
async function asUsage<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { type, message } = error as { type?: string; message: string }
    throw type === MedusaError.Types.INVALID_DATA
      ? new UsageError(message)
      : error
  }
}

/** Tables of a module of this store: what its data models are called. */
function tablesOf({ container }: CommandContext, module: string): string[] {
  if (!container.hasRegistration(module)) {
    return []
  }
  const service = container.resolve<{
    __joinerConfig?: () => { linkableKeys?: Record<string, string> }
  }>(module)
  const keys = Object.keys(service.__joinerConfig?.().linkableKeys ?? {})
  return keys.map((key) => key.replace(/_id$/, ""))
}
