import { findProblems, type HealthFacts } from "../health/find-problems"
import { versionHealth } from "../health/version-health"

const NOW = new Date("2026-11-21T12:00:00Z")
const DAY = 24 * 60 * 60 * 1000
const days = (count: number) => new Date(NOW.getTime() + count * DAY)

const WELL: HealthFacts = {
  label: "Instagram",
  token: { state: "valid", foreign_app: false },
  waits_because: null,
  reconnect_by: null,
  renewal_failed_at: null,
  renewal_error: null,
  missing: [],
  limits: [],
  api_version: null,
}

const judge = (facts: Partial<HealthFacts> = {}) => {
  const { problems, ...rest } = findProblems({ ...WELL, ...facts }, NOW)
  return {
    ...rest,
    codes: problems.map(({ code, severity }) => `${severity} ${code}`),
    text: problems.map(({ message }) => message).join(" "),
  }
}

describe("findProblems", () => {
  it("finds none in an account that is well", () => {
    expect(judge()).toEqual({
      ok: true,
      person_needed: false,
      codes: [],
      text: "",
    })
  })

  it("needs a person for a dead token, and says so once", () => {
    const token = { state: "dead", problem: "It was revoked." } as const
    expect(
      judge({ token, waits_because: "It was revoked.", reconnect_by: days(-1) })
    ).toEqual({
      ok: false,
      person_needed: true,
      codes: ["error needs_reconnect"],
      text: "It was revoked.",
    })
  })

  it("needs a person for an account that waits, whatever its token", () => {
    expect(
      judge({
        waits_because: "Permission denied.",
        renewal_failed_at: days(-1),
      })
    ).toMatchObject({
      ok: false,
      person_needed: true,
      codes: ["error needs_reconnect"],
    })
  })

  it("does not need a person when the platform cannot be asked", () => {
    const problem = "It did not answer."
    const passing = { state: "unknown", code: "timeout", problem } as const
    expect(judge({ token: { ...passing, operator: false } })).toEqual({
      ok: true,
      person_needed: false,
      codes: ["warning not_checked"],
      text: `Instagram could not be asked about the token: ${problem}`,
    })
    expect(judge({ token: { ...passing, operator: true } })).toMatchObject({
      ok: false,
      person_needed: false,
      codes: ["error timeout"],
    })
  })

  it.each([
    [8, [], false],
    [7.01, [], false],
    [7, ["warning reconnect_soon"], true],
    [0.1, ["warning reconnect_soon"], true],
    [0, ["error reconnect_overdue"], true],
    [-30, ["error reconnect_overdue"], true],
  ])("%d days before a person is needed", (left, codes, person_needed) => {
    expect(judge({ reconnect_by: days(left) })).toMatchObject({
      codes,
      person_needed,
      ok: left > 0,
    })
  })

  it("warns when the renewal fails, with the reason", () => {
    const failing = {
      renewal_failed_at: days(-1),
      renewal_error: "The client_secret is wrong.",
    }
    const judged = judge(failing)
    expect(judged).toMatchObject({
      ok: true,
      person_needed: false,
      codes: ["warning renewal_failing"],
    })
    expect(judged.text).toContain("2026-11-20T12:00:00.000Z")
    expect(judged.text).toContain(failing.renewal_error)
  })

  it("warns of missing permissions, other apps and limits", () => {
    const limit = {
      bucket: "calls",
      scope: "app",
      used_percent: 100,
      resets_at: null,
    } as const
    const judged = judge({
      token: { state: "valid", foreign_app: true },
      missing: [
        { name: "read_insights", reason: "Reads.", needed_for: "numbers" },
      ],
      limits: [
        { ...limit, parked_until: days(1) },
        { ...limit, parked_until: days(2) },
        { ...limit, parked_until: null },
      ],
    })
    expect(judged).toMatchObject({
      ok: true,
      person_needed: false,
      codes: [
        "warning other_app",
        "warning missing_scope",
        "warning limit_reached",
      ],
    })
    expect(judged.text).toContain("read_insights")
    expect(judged.text).toContain(days(2).toISOString())
  })

  it.each([
    [null, null, []],
    ["2026-12-23", 32, []],
    ["2026-12-22", 31, ["warning api_version_ending"]],
    ["2026-11-22", 1, ["warning api_version_ending"]],
    ["2026-11-21", 0, ["error api_version_over"]],
    ["2026-09-24", -58, ["error api_version_over"]],
  ])("a version that ends on %s has %p days left", (ends_on, left, codes) => {
    const api_version = versionHealth({ version: "v20.0", ends_on }, NOW)
    expect(api_version).toEqual({ version: "v20.0", ends_on, days_left: left })
    expect(judge({ api_version })).toMatchObject({
      codes,
      ok: (left ?? 1) > 0,
      person_needed: false,
    })
  })

  it("counts the days of a version in UTC, whatever the hour", () => {
    const version = { version: "v20.0", ends_on: "2026-11-22" }
    for (const time of ["00:00:00Z", "23:59:59Z"]) {
      const now = new Date(`2026-11-21T${time}`)
      expect(versionHealth(version, now)?.days_left).toBe(1)
    }
    expect(versionHealth(null, NOW)).toBeNull()
  })
})
