/** Everything that opens one account. Only the secret box keeps it. */
export interface TokenSet {
  access_token: string
  /** When the platform issued the access token; `null` when not known. */
  issued_at: Date | null
  /** End of the access token; `null` when it has none or nobody knows. */
  expires_at: Date | null
  refresh_token: string | null
  refresh_expires_at: Date | null
  /** The person's token this one was derived from (a Page's from a person's). */
  source_token: string | null
  source_expires_at: Date | null
  /** From then on the platform gives no data, although the token is valid. */
  data_access_expires_at: Date | null
  /** The platform's id of the person who granted it; `null` when not known. */
  granted_by: string | null
  /** Made for this store's own app, not pasted from somewhere. */
  own_app: boolean
}

/** A token and nothing known about it, e.g. a pasted one. */
export function bareTokens(access_token: string): TokenSet {
  return {
    access_token,
    issued_at: null,
    expires_at: null,
    refresh_token: null,
    refresh_expires_at: null,
    source_token: null,
    source_expires_at: null,
    data_access_expires_at: null,
    granted_by: null,
    own_app: false,
  }
}

/** How a platform's tokens live. */
export interface TokenModel {
  /** What a renewal needs; `none`: only a person can get a new token. */
  renewed_with: "access_token" | "refresh_token" | "source_token" | "none"
  /** A renewal is due when so much of the access token's life is left. */
  renew_before_ms: number
  /** Renewed only by whoever needs the token, never ahead of time. */
  on_use_only: boolean
  /** The platform refuses to renew a younger token. */
  min_age_ms: number
  /** The refresh token's end is fixed; renewing does not move it. */
  fixed_end: boolean
}

const MINUTE = 60 * 1000
const DAY = 24 * 60 * MINUTE

/** Time for trying again before a person has to be asked. */
export const RENEW_LEAD_MS = 7 * DAY

/** Nothing renews itself: what is known of a platform without OAuth. */
export const NEVER_RENEWED: TokenModel = {
  renewed_with: "none",
  renew_before_ms: 0,
  on_use_only: false,
  min_age_ms: 0,
  fixed_end: false,
}

/** Whose end a renewal must not come too close to. */
const KEEP_ALIVE_MS = RENEW_LEAD_MS

type Times = Omit<TokenSet, "access_token" | "refresh_token" | "source_token">

/** What decides about a renewal, without the secrets themselves. */
export interface TokenTimes extends Times {
  has_refresh_token: boolean
  has_source_token: boolean
}

export function timesOf(tokens: TokenSet): TokenTimes {
  const { access_token, refresh_token, source_token, ...times } = tokens
  void access_token
  return {
    ...times,
    has_refresh_token: refresh_token !== null,
    has_source_token: source_token !== null,
  }
}

/** Whether the platform would renew at all at this moment. */
export function mayRenew(
  times: TokenTimes,
  model: TokenModel,
  now: Date
): boolean {
  if (!hasMeans(times, model)) {
    return false
  }
  const { issued_at, expires_at } = times
  const age = issued_at ? now.getTime() - issued_at.getTime() : Infinity
  // A negative age is a clock that was set back: it proves nothing.
  if (age >= 0 && age < model.min_age_ms) {
    return false
  }
  return model.renewed_with !== "access_token" || !over(expires_at, now)
}

/**
 * Whether the token must be renewed now: `use`, because somebody needs it at
 * this moment, or `ahead`, as the hourly job asks. Never just in case.
 */
export function renewalDue(
  times: TokenTimes,
  model: TokenModel,
  now: Date,
  reason: "use" | "ahead"
): boolean {
  if (!mayRenew(times, model, now) || !extendsLife(times, model)) {
    return false
  }
  if (reason === "ahead" && model.on_use_only) {
    // An account nobody reads must not lose its refresh token meanwhile.
    return within(times.refresh_expires_at, KEEP_ALIVE_MS, now)
  }
  return within(times.expires_at, model.renew_before_ms, now)
}

/**
 * When a person has to connect the account again, as far as it is known today;
 * `null` when it stays connected by itself.
 */
export function personNeededBy(
  times: TokenTimes,
  model: TokenModel
): Date | null {
  const access = hasMeans(times, model)
    ? renewableEnd(times, model)
    : times.expires_at
  return earliest(access, times.data_access_expires_at)
}

function renewableEnd(times: TokenTimes, model: TokenModel): Date | null {
  if (model.renewed_with === "refresh_token") {
    return model.fixed_end ? times.refresh_expires_at : null
  }
  if (model.renewed_with === "source_token" && times.expires_at) {
    return times.source_expires_at
  }
  return null
}

function hasMeans(times: TokenTimes, { renewed_with }: TokenModel): boolean {
  switch (renewed_with) {
    case "access_token":
      return true
    case "refresh_token":
      return times.has_refresh_token
    case "source_token":
      return times.has_source_token
    case "none":
      return false
  }
}

/** Near a fixed end a new token would live no longer than the old one. */
function extendsLife(times: TokenTimes, { fixed_end }: TokenModel): boolean {
  const { expires_at, refresh_expires_at } = times
  return (
    !fixed_end ||
    !expires_at ||
    !refresh_expires_at ||
    refresh_expires_at.getTime() - expires_at.getTime() > MINUTE
  )
}

const over = (end: Date | null, now: Date) => end !== null && end <= now

const within = (end: Date | null, lead: number, now: Date) =>
  end !== null && end.getTime() - now.getTime() <= lead

function earliest(...dates: (Date | null)[]): Date | null {
  const known = dates.filter((date) => date !== null)
  return known.length > 0
    ? new Date(Math.min(...known.map((date) => date.getTime())))
    : null
}
