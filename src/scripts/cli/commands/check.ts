import { type CheckedAccount, checkAccount, isWell } from "../../check-account"
import { type Command, COMMON } from "../command"
import { findAccounts } from "../find-accounts"
import { lineOf, summaryOf } from "../../check-lines"
import { EXIT } from "../usage-error"

const { account, platform, json } = COMMON

/** `medusa-social check` */
export const check: Command = {
  name: "check",
  summary:
    "Asks the platforms how the accounts are: tokens, permissions, limits.",
  options: { account, platform, json },
  examples: [
    {
      line: "medusa-social check",
      does: "A line for each account; exit code 1 when somebody is needed.",
    },
    {
      line: "medusa-social check --platform x --json",
      does: "For a monitor: { ok, accounts } as JSON.",
    },
  ],
  check: () => undefined,
  async run({ socialPosts, options, terminal, signal }) {
    const checked: CheckedAccount[] = []
    for (const one of await findAccounts({ socialPosts, options })) {
      if (signal.aborted) {
        break
      }
      terminal.progress(`Checking ${one.username ?? one.id} …`)
      const result = await checkAccount(socialPosts, one)
      checked.push(result)
      terminal.line(lineOf(result))
    }
    const ok = checked.every(isWell)
    terminal.line(summaryOf(checked))
    terminal.json({ ok, accounts: checked })
    return ok ? EXIT.ok : EXIT.trouble
  },
}
