import type { DueNotice } from "../sql/account-notices"
import type { AccountNotice } from "../types/notices"

/** Where a merchant connects an account again. */
const WHERE = "in the admin under Social > Accounts"

/** Puts a notice into words: account, platform, date and what to do. */
export function accountNotice(
  due: DueNotice,
  label: string,
  now: Date
): AccountNotice {
  const { id, platform, notice, reconnect_by } = due
  const dead = notice.startsWith("needs_reconnect")
  return {
    account_id: id,
    platform,
    kind: dead ? "needs_reconnect" : "reconnect_due",
    notice,
    ...(dead ? deadTexts(due, label) : endingTexts(due, label, now)),
    reason: dead ? due.status_reason : due.renewal_error,
    reconnect_by: reconnect_by?.toISOString() ?? null,
  }
}

function deadTexts(due: DueNotice, label: string) {
  const since = dayOf(new Date(due.notice.split(" ")[1] ?? ""))
  return {
    title: `${label}: ${nameOf(due)} has to be connected again`,
    description: sentences(
      `Since ${since} nothing is synced from the ${label} account ${nameOf(due)}.`,
      due.status_reason,
      `The account is ${WHERE}; what is stored of it stays.`
    ),
  }
}

function endingTexts(due: DueNotice, label: string, now: Date) {
  const end = due.reconnect_by as Date
  const over = end <= now
  const failing = due.renewal_failed_at
    ? `The store has been trying to renew it since ${dayOf(due.renewal_failed_at)}.`
    : null
  return {
    title: `${label}: connect ${nameOf(due)} again${over ? "" : ` by ${dayOf(end)}`}`,
    description: sentences(
      `The access to the ${label} account ${nameOf(due)} ${over ? "ended" : "ends"} on ${dayOf(end)}, ${timeOf(end)} UTC.`,
      failing,
      failing && due.renewal_error,
      over
        ? `Connect it again ${WHERE}, and syncing goes on.`
        : `Connect it again before that ${WHERE}, and syncing goes on without a gap.`
    ),
  }
}

const sentences = (...parts: (string | null)[]) =>
  parts.filter(Boolean).join(" ")

const nameOf = ({ username, display_name, external_id }: DueNotice) =>
  username ? `@${username}` : (display_name ?? external_id)

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" })
const DAY = format({ dateStyle: "long" })
const TIME = format({ timeStyle: "short" })

/** `28 November 2026` */
const dayOf = (date: Date) => DAY.format(date)
/** `14:00` */
const timeOf = (date: Date) => TIME.format(date)
