import { type CheckedAccount, isWell } from "./check-account"

/** `ok       instagram  @shop (sacc_1)` and the problems, if any. */
export function lineOf(account: CheckedAccount): string {
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

/** How many accounts need somebody. */
export function summaryOf(accounts: readonly CheckedAccount[]): string {
  const count = accounts.filter((account) => !isWell(account)).length
  return count === 0
    ? `${accounts.length} accounts, none needs anybody.`
    : `${accounts.length} accounts, ${count} of them need somebody.`
}
