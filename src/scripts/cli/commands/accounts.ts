import { type Command, COMMON } from "../command"
import { findAccounts, labelOf } from "../find-accounts"
import { EXIT } from "../usage-error"

const { platform, json } = COMMON

/** `medusa-social accounts` */
export const accounts: Command = {
  name: "accounts",
  summary: "Lists the connected accounts, what they hold and who needs you.",
  options: { platform, json },
  examples: [
    { line: "medusa-social accounts", does: "All accounts, a line each." },
    {
      line: "medusa-social accounts --platform instagram --json",
      does: "Those of Instagram, as JSON: { accounts: [...] }.",
    },
  ],
  check: () => undefined,
  async run({ socialPosts, options, terminal }) {
    const found = await findAccounts({ socialPosts, options })
    const figures = await socialPosts.loadAccountFigures(
      found.map(({ id }) => id)
    )
    const listed = found.map((account) => ({
      id: account.id,
      platform: account.platform,
      external_id: account.external_id,
      username: account.username,
      display_name: account.display_name,
      status: account.status,
      status_reason: account.status_reason,
      ...figures.get(account.id),
    }))
    terminal.json({ accounts: listed })
    for (const account of listed) {
      terminal.line(
        `${account.status.padEnd(15)} ${labelOf(account)}  ${account.id}${account.status_reason ? `  ${account.status_reason}` : ""}`
      )
    }
    if (listed.length === 0) {
      terminal.line("No account is connected.")
    }
    return EXIT.ok
  },
}
