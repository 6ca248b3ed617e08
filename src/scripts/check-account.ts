import type SocialPostsModuleService from "../modules/social-posts/service"
import type { AccountCheck } from "../modules/social-posts/types/health"
import { textOf } from "../platform-kit"

/** How an account is, as commands tell it. */
export type CheckedAccount = Pick<
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

interface CheckableAccount {
  id: string
  platform: string
  status: string
  username: string | null
  display_name: string | null
  external_id: string
}

/** Asks about one account; one that makes trouble must not hide the others. */
export async function checkAccount(
  socialPosts: SocialPostsModuleService,
  { id, platform, status, ...account }: CheckableAccount
): Promise<CheckedAccount> {
  const name = account.username ?? account.display_name ?? account.external_id
  const known = { id, platform, name, status }
  if (status === "disconnected") {
    const well = { ok: true, person_needed: false, problems: [] }
    return { ...known, ...well, check: null }
  }
  try {
    const check = await socialPosts.checkAccountHealth(id)
    const { ok, person_needed, problems } = check
    return { ...known, ok, person_needed, problems, check }
  } catch (error) {
    const message = `The check failed: ${textOf(error)}`
    const problem = {
      code: "check_failed",
      message,
      severity: "error" as const,
    }
    return {
      ...known,
      ok: false,
      person_needed: false,
      problems: [problem],
      check: null,
    }
  }
}

/** Nobody is needed. */
export const isWell = ({ ok, person_needed }: CheckedAccount) =>
  ok && !person_needed
