import type { ExecArgs } from "@medusajs/framework/types"
import { SOCIAL_POSTS_MODULE } from "../modules/social-posts"
import type SocialPostsModuleService from "../modules/social-posts/service"
import { type CheckedAccount, checkAccount, isWell } from "./check-account"
import { lineOf, summaryOf } from "./check-lines"

/** Accounts at a time; each is checked for itself. */
const PAGE = 100

/**
 * Checks all accounts, a line each, for a cron job or a monitor:
 *
 *     npx medusa exec node_modules/medusa-plugin-social-insights/.medusa/server/src/scripts/check-social-accounts.js
 *
 * With `-- --json` behind it prints one line of JSON instead,
 * `{ ok, accounts }`; set LOG_LEVEL=error to have nothing else on the standard
 * output. Ends with exit code 1 when a person has to connect an account again
 * (now or within seven days), or the operator has to change something; 0
 * otherwise.
 */
const checkSocialAccounts = async ({ container, args }: ExecArgs) => {
  const socialPosts =
    container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  // `medusa exec` hands on words, but nothing that begins with a dash.
  const json = args.includes("json") || process.argv.includes("--json")
  const accounts: CheckedAccount[] = []
  for await (const account of checkAll(socialPosts)) {
    accounts.push(account)
    if (!json) {
      process.stdout.write(`${lineOf(account)}\n`)
    }
  }
  const ok = accounts.every(isWell)
  process.stdout.write(
    json ? `${JSON.stringify({ ok, accounts })}\n` : `${summaryOf(accounts)}\n`
  )
  if (!ok) {
    process.exitCode = 1
  }
}

async function* checkAll(
  socialPosts: SocialPostsModuleService
): AsyncGenerator<CheckedAccount> {
  for (let skip = 0; ; skip += PAGE) {
    const page = await socialPosts.listSocialAccounts(
      {},
      { take: PAGE, skip, order: { platform: "ASC", id: "ASC" } }
    )
    for (const account of page) {
      yield await checkAccount(socialPosts, account)
    }
    if (page.length < PAGE) {
      return
    }
  }
}

export default checkSocialAccounts
