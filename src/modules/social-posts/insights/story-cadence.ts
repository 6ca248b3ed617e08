const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE

/** Stories live a day. */
const STORY_LIFE = 24 * HOUR

/** Ages at which a story is read at the latest, in hours. */
export const STORY_READINGS: readonly number[] = [1, 6, 12, 20, 23.5]

/** A reading that failed near the end cannot wait an hour. */
const SOON = 5 * MINUTE

export interface StoryOutcome {
  posted_at: Date | null
  expires_at: Date
  /** When a limit of the platform lets it be asked again. */
  retry_at: Date | null
  /** The platform had trouble that passes. */
  passing: boolean
}

/**
 * When a story is read next: at fixed ages, soon again after trouble, and never
 * behind its end, when its numbers are gone. `null` when the last reading was.
 */
export function nextStorySyncAt(
  { posted_at, expires_at, retry_at, passing }: StoryOutcome,
  now: Date
): Date | null {
  const end = expires_at.getTime()
  const start = Math.min(posted_at?.getTime() ?? end - STORY_LIFE, end)
  // From the end back where a platform gives it another life than a day.
  const last =
    end - start >= STORY_LIFE ? start + 23.5 * HOUR : end - 30 * MINUTE
  const marks = STORY_READINGS.slice(0, -1)
    .map((hours) => start + hours * HOUR)
    .filter((mark) => mark < last)
    .concat(last)
  const mark = marks.find((time) => time > now.getTime()) ?? null
  if (retry_at && retry_at > now) {
    return before(end, retry_at.getTime())
  }
  if (passing) {
    const again = now.getTime() + SOON
    return before(end, Math.min(again, mark ?? again))
  }
  return mark === null ? null : new Date(mark)
}

const before = (end: number, time: number) =>
  time < end ? new Date(time) : null
