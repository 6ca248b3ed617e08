import {
  bareTokens,
  mayRenew,
  NEVER_RENEWED,
  personNeededBy,
  RENEW_LEAD_MS,
  renewalDue,
  timesOf,
  type TokenModel,
  type TokenSet,
} from "../tokens"

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** When the tokens below were issued; all other times count from here. */
const ISSUED = new Date("2026-11-01T12:00:00Z")
const after = (ms: number) => new Date(ISSUED.getTime() + ms)

const MODELS = {
  instagram: {
    renewed_with: "access_token",
    renew_before_ms: RENEW_LEAD_MS,
    on_use_only: false,
    min_age_ms: DAY,
    fixed_end: false,
  },
  x: {
    renewed_with: "refresh_token",
    renew_before_ms: MINUTE,
    on_use_only: true,
    min_age_ms: 0,
    fixed_end: false,
  },
  linkedin: {
    renewed_with: "refresh_token",
    renew_before_ms: RENEW_LEAD_MS,
    on_use_only: false,
    min_age_ms: 0,
    fixed_end: true,
  },
  page: {
    renewed_with: "source_token",
    renew_before_ms: RENEW_LEAD_MS,
    on_use_only: true,
    min_age_ms: 0,
    fixed_end: false,
  },
} as const satisfies Record<string, TokenModel>

const issued = (more: Partial<TokenSet> = {}): TokenSet => ({
  ...bareTokens("secret-access"),
  issued_at: ISSUED,
  own_app: true,
  ...more,
})

const TOKENS = {
  instagram: issued({ expires_at: after(60 * DAY) }),
  x: issued({
    expires_at: after(2 * HOUR),
    refresh_token: "secret-refresh",
    refresh_expires_at: after(180 * DAY),
  }),
  x_without_refresh: issued({ expires_at: after(2 * HOUR) }),
  linkedin: issued({
    expires_at: after(60 * DAY),
    refresh_token: "secret-refresh",
    refresh_expires_at: after(365 * DAY),
  }),
  /** Renewed on day 360: both end together. */
  linkedin_capped: issued({
    issued_at: after(360 * DAY),
    expires_at: after(365 * DAY),
    refresh_token: "secret-refresh",
    refresh_expires_at: after(365 * DAY),
  }),
  linkedin_without_refresh: issued({ expires_at: after(60 * DAY) }),
  page: issued({
    source_token: "secret-source",
    source_expires_at: after(60 * DAY),
    data_access_expires_at: after(90 * DAY),
  }),
  page_with_end: issued({
    expires_at: after(2 * HOUR),
    source_token: "secret-source",
    source_expires_at: after(60 * DAY),
  }),
  pasted: bareTokens("secret-access"),
}

type Row = [
  what: string,
  tokens: keyof typeof TOKENS,
  model: keyof typeof MODELS,
  at: number,
  reason: "use" | "ahead",
  due: boolean,
]

describe("a renewal", () => {
  it.each<Row>([
    // Instagram: 60 days, a week ahead, never before it is a day old
    ["is early", "instagram", "instagram", 30 * DAY, "ahead", false],
    ["is early", "instagram", "instagram", 53 * DAY - 1, "ahead", false],
    ["is due", "instagram", "instagram", 53 * DAY, "ahead", true],
    ["is due for use too", "instagram", "instagram", 53 * DAY, "use", true],
    ["has a last chance", "instagram", "instagram", 60 * DAY - 1, "use", true],
    ["is too late", "instagram", "instagram", 60 * DAY, "use", false],
    // X: when somebody needs it, in the last minute of two hours
    ["is early", "x", "x", 2 * HOUR - MINUTE - 1, "use", false],
    ["is due", "x", "x", 2 * HOUR - MINUTE, "use", true],
    ["is due long after", "x", "x", 40 * DAY, "use", true],
    ["waits for use", "x", "x", 2 * HOUR, "ahead", false],
    ["waits for use", "x", "x", 173 * DAY - 1, "ahead", false],
    ["keeps the connection alive", "x", "x", 173 * DAY, "ahead", true],
    ["cannot be", "x_without_refresh", "x", 2 * HOUR, "use", false],
    // LinkedIn: a week ahead of 60 days, to a fixed end
    ["is early", "linkedin", "linkedin", 53 * DAY - 1, "ahead", false],
    ["is due", "linkedin", "linkedin", 53 * DAY, "ahead", true],
    ["is due after the end", "linkedin", "linkedin", 61 * DAY, "use", true],
    [
      "would gain nothing",
      "linkedin_capped",
      "linkedin",
      361 * DAY,
      "ahead",
      false,
    ],
    [
      "would gain nothing",
      "linkedin_capped",
      "linkedin",
      364 * DAY,
      "use",
      false,
    ],
    [
      "cannot be",
      "linkedin_without_refresh",
      "linkedin",
      59 * DAY,
      "ahead",
      false,
    ],
    // A Page's token has no end; one made from a short token has
    ["is never due", "page", "page", 59 * DAY, "ahead", false],
    ["is never due", "page", "page", 59 * DAY, "use", false],
    ["is due", "page_with_end", "page", HOUR, "use", true],
    ["waits for use", "page_with_end", "page", HOUR, "ahead", false],
    // Nothing is known of a pasted token
    ["is never due", "pasted", "instagram", 59 * DAY, "ahead", false],
    ["is never due", "pasted", "x", 59 * DAY, "use", false],
    ["is never due", "pasted", "linkedin", 59 * DAY, "ahead", false],
    ["is never due", "pasted", "page", 59 * DAY, "use", false],
  ])("%s: %s (%s) at %d ms, %s", (_, tokens, model, at, reason, due) => {
    const times = timesOf(TOKENS[tokens])
    expect(renewalDue(times, MODELS[model], after(at), reason)).toBe(due)
  })

  it("of LinkedIn's last token is due while it gains days", () => {
    const times = timesOf({ ...TOKENS.linkedin, expires_at: after(360 * DAY) })
    const at = after(353 * DAY)
    expect(renewalDue(times, MODELS.linkedin, at, "ahead")).toBe(true)
  })

  it("is never due without a way to renew", () => {
    for (const tokens of Object.values(TOKENS)) {
      const times = timesOf(tokens)
      expect(mayRenew(times, NEVER_RENEWED, after(HOUR))).toBe(false)
      expect(renewalDue(times, NEVER_RENEWED, after(HOUR), "use")).toBe(false)
    }
  })
})

describe("whether the platform would renew", () => {
  it.each([
    ["a token of a minute", "instagram", "instagram", MINUTE, false],
    ["a token of a day", "instagram", "instagram", DAY, true],
    ["a dead token", "instagram", "instagram", 60 * DAY, false],
    ["a pasted token", "pasted", "instagram", MINUTE, true],
    ["a fresh token that was refused", "x", "x", MINUTE, true],
    ["a dead token", "x", "x", 3 * HOUR, true],
    ["no refresh token", "x_without_refresh", "x", MINUTE, false],
    ["a refused token", "linkedin", "linkedin", MINUTE, true],
    ["no refresh token", "linkedin_without_refresh", "linkedin", DAY, false],
    ["a refused Page token", "page", "page", MINUTE, true],
    ["no source token", "pasted", "page", MINUTE, false],
  ] as const)("%s: %s (%s) at %d ms", (_, tokens, model, at, may) => {
    const times = timesOf(TOKENS[tokens])
    expect(mayRenew(times, MODELS[model], after(at))).toBe(may)
  })
})

describe("a clock that jumps by two days", () => {
  const DAYS_OFF = 2 * DAY

  it.each<[keyof typeof MODELS, number, boolean]>([
    // Forward: renewed two days too early
    ["instagram", 51 * DAY + DAYS_OFF, true],
    ["linkedin", 51 * DAY + DAYS_OFF, true],
    // Back: two days too late, with five left
    ["instagram", 55 * DAY - DAYS_OFF, true],
    ["linkedin", 55 * DAY - DAYS_OFF, true],
    ["instagram", 54 * DAY - DAYS_OFF, false],
    ["linkedin", 54 * DAY - DAYS_OFF, false],
  ])("loses no connection: %s at %d ms", (name, at, due) => {
    const times = timesOf(TOKENS[name])
    expect(renewalDue(times, MODELS[name], after(at), "ahead")).toBe(due)
  })

  it("forward: takes a live token of X for dead, which costs a renewal", () => {
    const times = timesOf(TOKENS.x)
    expect(renewalDue(times, MODELS.x, after(DAYS_OFF), "use")).toBe(true)
  })

  it.each(["x", "linkedin", "instagram"] as const)(
    "back: does not take the future for youth (%s)",
    (name) => {
      // The token is refused at this moment although it looks unborn.
      const times = timesOf(TOKENS[name])
      expect(mayRenew(times, MODELS[name], after(-DAYS_OFF))).toBe(true)
      expect(renewalDue(times, MODELS[name], after(-DAYS_OFF), "use")).toBe(
        false
      )
    }
  )
})

describe("when a person is needed", () => {
  it.each([
    ["never", "instagram", "instagram", null],
    ["never", "x", "x", null],
    ["in two hours", "x_without_refresh", "x", after(2 * HOUR)],
    ["after a year", "linkedin", "linkedin", after(365 * DAY)],
    ["at the capped end", "linkedin_capped", "linkedin", after(365 * DAY)],
    ["in 60 days", "linkedin_without_refresh", "linkedin", after(60 * DAY)],
    ["when data ends", "page", "page", after(90 * DAY)],
    ["when the source ends", "page_with_end", "page", after(60 * DAY)],
    ["nobody knows", "pasted", "instagram", null],
    ["nobody knows", "pasted", "linkedin", null],
  ] as const)("%s: %s (%s)", (_, tokens, model, date) => {
    expect(personNeededBy(timesOf(TOKENS[tokens]), MODELS[model])).toEqual(date)
  })

  it("is the earlier of two ends", () => {
    const times = timesOf({
      ...TOKENS.linkedin,
      data_access_expires_at: after(90 * DAY),
    })
    expect(personNeededBy(times, MODELS.linkedin)).toEqual(after(90 * DAY))
  })

  it("is the end of a pasted token whose end is known", () => {
    const times = timesOf({ ...TOKENS.pasted, expires_at: after(DAY) })
    expect(personNeededBy(times, MODELS.linkedin)).toEqual(after(DAY))
    expect(personNeededBy(times, NEVER_RENEWED)).toEqual(after(DAY))
  })
})

describe("the times of tokens", () => {
  it("hold no secret", () => {
    for (const tokens of Object.values(TOKENS)) {
      expect(JSON.stringify(timesOf(tokens))).not.toContain("secret-")
    }
  })

  it("say which tokens there are", () => {
    expect(timesOf(TOKENS.x)).toMatchObject({
      has_refresh_token: true,
      has_source_token: false,
      expires_at: after(2 * HOUR),
    })
    expect(timesOf(TOKENS.page)).toMatchObject({
      has_refresh_token: false,
      has_source_token: true,
    })
  })
})
