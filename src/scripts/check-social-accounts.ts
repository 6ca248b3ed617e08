import type { ExecArgs } from "@medusajs/framework/types"
import { SOCIAL_POSTS_MODULE } from "../modules/social-posts"
import type SocialPostsModuleService from "../modules/social-posts/service"
import type { AccountCheck } from "../modules/social-posts/types/health"

/** Accounts at a time; each is checked for itself. */
const PAGE = 100

type CheckedAccount = Pick<
  AccountCheck,
  "ok" | "person_needed" | "problems"
> & {
  id: string
  platform: string
  name: string
  status: string
  /** `null` for a disconnected account, which is not asked about. */
  check: AccountCheck | null
}

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
    json
      ? `${JSON.stringify({ ok, accounts })}\n`
      : `${summaryOf(accounts, ok)}\n`
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
    for (const { id, platform, status, ...account } of page) {
      const name =
        account.username ?? account.display_name ?? account.external_id
      const known = { id, platform, name, status }
      if (status === "disconnected") {
        const well = { ok: true, person_needed: false, problems: [] }
        yield { ...known, ...well, check: null }
        continue
      }
      yield { ...known, ...(await checkOne(socialPosts, id)) }
    }
    if (page.length < PAGE) {
      return
    }
  }
}

/** One account that makes trouble must not hide the others. */
async function checkOne(socialPosts: SocialPostsModuleService, id: string) {
  try {
    const check = await socialPosts.checkAccountHealth(id)
    const { ok, person_needed, problems } = check
    return { ok, person_needed, problems, check }
  } catch (error) {
    const message = `The check failed: ${error instanceof Error ? error.message : error}`
    const problem = {
      code: "check_failed",
      message,
      severity: "error" as const,
    }
    return { ok: false, person_needed: false, problems: [problem], check: null }
  }
}

const isWell = ({ ok, person_needed }: CheckedAccount) => ok && !person_needed

/** `ok       instagram  @shop (sacc_1)` and the problems, if any. */
function lineOf(account: CheckedAccount): string {
  const { platform, name, id, check, problems } = account
  const state = !isWell(account)
    ? "ACTION"
    : !check
      ? "disconnected"
      : problems.length > 0
        ? "warning"
        : "ok"
  const sentences = problems.map(({ message }) => message).join(" ")
  return `${state.padEnd(12)} ${platform.padEnd(10)} ${name} (${id}) ${sentences}`.trimEnd()
}

function summaryOf(accounts: readonly CheckedAccount[], ok: boolean): string {
  const count = accounts.filter((account) => !isWell(account)).length
  return ok
    ? `${accounts.length} accounts, none needs anybody.`
    : `${accounts.length} accounts, ${count} of them need somebody.`
}

export default checkSocialAccounts
