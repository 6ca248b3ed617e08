import { pruneSocialRecordWorkflow } from "../../../workflows/retention/workflows/prune-social-record"
import { type Command, COMMON } from "../command"
import { EXIT } from "../usage-error"

const { json, dryRun } = COMMON

/** `medusa-social prune` */
export const prune: Command = {
  name: "prune",
  summary:
    "Removes what may not be kept any longer, as the job does every 30 minutes.",
  options: { "dry-run": dryRun, json },
  examples: [
    {
      line: "medusa-social prune --dry-run",
      does: "How much would be removed, by platform and kind.",
    },
    {
      line: "medusa-social prune",
      does: "Removes it and says how much it was.",
    },
  ],
  check: () => undefined,
  async run({ container, options, terminal }) {
    const dry_run = options.flag("dry-run")
    const { result: run } = await pruneSocialRecordWorkflow(container).run({
      input: { trigger: "command", dry_run },
    })
    terminal.json({ run })
    const rows = Object.entries(run.removed).flatMap(([platform, kinds]) =>
      Object.entries(kinds as Record<string, number>)
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => `  ${platform.padEnd(10)} ${kind}: ${count}`)
    )
    terminal.line(dry_run ? "Would be removed:" : "Removed:")
    ;(rows.length > 0 ? rows : ["  nothing"]).forEach((row) =>
      terminal.line(row)
    )
    if (run.error) {
      terminal.problem(run.error)
    }
    return run.error ? EXIT.trouble : EXIT.ok
  },
}
