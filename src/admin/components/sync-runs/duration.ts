const MINUTE = 60
const HOUR = 60 * MINUTE

/** A length of time in at most two units; `unit` names the larger. */
export type Duration =
  | { unit: "seconds"; seconds: number }
  | { unit: "minutes"; minutes: number; seconds: number }
  | { unit: "hours"; hours: number; minutes: number }

/** Splits milliseconds; below ten seconds one decimal is kept. */
export function toDuration(milliseconds: number): Duration {
  const exact = Math.max(0, milliseconds) / 1000
  if (exact < 9.95) {
    return { unit: "seconds", seconds: Math.round(exact * 10) / 10 }
  }
  const whole = Math.round(exact)
  if (whole < MINUTE) {
    return { unit: "seconds", seconds: whole }
  }
  if (whole < HOUR) {
    return {
      unit: "minutes",
      minutes: Math.floor(whole / MINUTE),
      seconds: whole % MINUTE,
    }
  }
  const minutes = Math.round(whole / MINUTE)
  return {
    unit: "hours",
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  }
}
