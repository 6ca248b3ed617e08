import { RENEW_LEAD_MS } from "../../../platform-kit"
import type {
  AccountCheck,
  AccountLimit,
  HealthProblem,
  MissingScope,
} from "../types/health"

/** What came of asking the platform about a token. */
export type TokenAnswer =
  | { state: "valid"; foreign_app: boolean }
  | { state: "dead"; problem: string }
  /** `operator`: it stays so until somebody changes the configuration. */
  | { state: "unknown"; code: string; problem: string; operator: boolean }

export interface HealthFacts {
  label: string
  token: TokenAnswer
  /** Why the account waits for a person, if it does. */
  waits_because: string | null
  reconnect_by: Date | null
  renewal_failed_at: Date | null
  renewal_error: string | null
  missing: readonly MissingScope[]
  limits: readonly AccountLimit[]
  api_version: AccountCheck["api_version"]
}

/** A problem, and whether a person has to connect the account again for it. */
interface Finding extends HealthProblem {
  person?: boolean
}

export interface Judgement {
  ok: boolean
  person_needed: boolean
  problems: HealthProblem[]
}

/** A version's end is announced so long before. */
const VERSION_LEAD_DAYS = 31

/** Judges an account by what is known of it. Pure. */
export function findProblems(facts: HealthFacts, now: Date): Judgement {
  const findings = [
    ...tokenProblems(facts),
    ...reconnectProblems(facts, now),
    ...renewalProblems(facts),
    ...facts.missing.map(scopeProblem(facts.label)),
    ...limitProblems(facts),
    ...versionProblems(facts),
  ]
  return {
    ok: !findings.some(({ severity }) => severity === "error"),
    person_needed: findings.some(({ person }) => person),
    problems: findings.map(({ code, message, severity }) => ({
      code,
      message,
      severity,
    })),
  }
}

function tokenProblems({
  label,
  token,
  waits_because,
}: HealthFacts): Finding[] {
  const waits: Finding[] = waits_because
    ? [error("needs_reconnect", waits_because, true)]
    : []
  switch (token.state) {
    case "dead":
      return [error("needs_reconnect", token.problem, true)]
    case "unknown":
      return token.operator
        ? [error(token.code, token.problem)]
        : [
            ...waits,
            warning(
              "not_checked",
              `${label} could not be asked about the token: ${token.problem}`
            ),
          ]
    case "valid":
      return token.foreign_app
        ? [
            ...waits,
            warning(
              "other_app",
              `The token was made for another app than the one that is configured, so it cannot be renewed. Connect the account again, or put the app's client_id and client_secret back.`
            ),
          ]
        : waits
  }
}

function reconnectProblems(
  { label, token, waits_because, reconnect_by }: HealthFacts,
  now: Date
): Finding[] {
  const waits = token.state === "dead" || waits_because !== null
  if (waits || !reconnect_by) {
    return []
  }
  const day = reconnect_by.toISOString().slice(0, 10)
  if (reconnect_by <= now) {
    return [
      error(
        "reconnect_overdue",
        `The access to ${label} ended on ${day}. Connect the account again.`,
        true
      ),
    ]
  }
  return reconnect_by.getTime() - now.getTime() <= RENEW_LEAD_MS
    ? [
        {
          ...warning(
            "reconnect_soon",
            `The access to ${label} ends on ${day}. Connect the account again before that.`
          ),
          person: true,
        },
      ]
    : []
}

function renewalProblems(facts: HealthFacts): Finding[] {
  const { token, renewal_failed_at, renewal_error } = facts
  if (!renewal_failed_at || token.state === "dead" || facts.waits_because) {
    return []
  }
  const since = renewal_failed_at.toISOString()
  return [
    warning(
      "renewal_failing",
      `The token has not been renewed since ${since}; it is tried again each hour. ${renewal_error ?? ""}`.trim()
    ),
  ]
}

const scopeProblem =
  (label: string) =>
  ({ name, reason, needed_for }: MissingScope): Finding =>
    warning(
      "missing_scope",
      `${label} did not grant ${name} (needed for ${needed_for}). ${reason} Connect the account again and allow it, if you want that.`
    )

function limitProblems({ label, limits }: HealthFacts): Finding[] {
  const until = limits
    .flatMap(({ parked_until }) => parked_until ?? [])
    .sort((one, other) => other.getTime() - one.getTime())[0]
  return until
    ? [
        warning(
          "limit_reached",
          `A limit of ${label} is used up until ${until.toISOString()}. Syncing goes on by itself after that.`
        ),
      ]
    : []
}

function versionProblems({ label, api_version }: HealthFacts): Finding[] {
  const days = api_version?.days_left ?? null
  if (!api_version || days === null || days > VERSION_LEAD_DAYS) {
    return []
  }
  const { version, ends_on } = api_version
  const remedy = `Update the plugin, or set "api_version" in the options of the platform.`
  return days <= 0
    ? [
        error(
          "api_version_over",
          `${label} ended version ${version} of its API on ${ends_on}. ${remedy}`
        ),
      ]
    : [
        warning(
          "api_version_ending",
          `${label} ends version ${version} of its API on ${ends_on}, in ${days} ${days === 1 ? "day" : "days"}. ${remedy}`
        ),
      ]
}

const error = (code: string, message: string, person = false): Finding => ({
  code,
  message,
  severity: "error",
  person,
})

const warning = (code: string, message: string): Finding => ({
  code,
  message,
  severity: "warning",
})
