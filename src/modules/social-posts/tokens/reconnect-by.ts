import {
  personNeededBy,
  type TokenModel,
  type TokenTimes,
} from "../../../platform-kit"

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * When a person has to connect the account again while its renewal fails.
 * Trouble that passes within a day is nobody's business, unless the token ends
 * before that. Tokens of hours (renewed only on use) have always ended.
 */
export function reconnectByWhileFailing(
  times: TokenTimes,
  model: TokenModel,
  failingSince: Date,
  now: Date
): Date | null {
  const planned = personNeededBy(times, model)
  const end = times.expires_at
  if (!end) {
    return planned
  }
  const lasting = now.getTime() - failingSince.getTime() >= DAY_MS
  const ending = !model.on_use_only && end.getTime() - now.getTime() <= DAY_MS
  if (!lasting && !ending) {
    return planned
  }
  return planned && planned < end ? planned : end
}
