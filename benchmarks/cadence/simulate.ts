import { LIFE_HOURS } from "./growth-curves"
import {
  METRICS,
  type Numbers,
  numbersAt,
  type SimulatedAccount,
  type SimulatedPost,
} from "./simulated-posts"

/** A post as the store knows it. Times are hours of the simulation. */
export interface StoredPost {
  post: SimulatedPost
  /** `null` before its first reading. */
  numbers: Numbers | null
  read_at: number | null
}

/** Decides which posts are read when. */
export interface Schedule {
  /** A post that is there from the start (and was read), or was just published. */
  add(stored: StoredPost, hour: number): void
  /** Posts to read in this minute. */
  take(hour: number): StoredPost[]
  /** What a post was before it was read in this minute. */
  wasRead(stored: StoredPost, before: StoredPost, hour: number): void
}

/** What a schedule cost, and how wrong the store was. */
export interface Outcome {
  /** Calls of the platform: a batch each. */
  calls: number
  /** Posts read, whatever the number of calls. */
  readings: number
  /** Sum of the relative errors of all posts at all full hours. */
  error: number
  samples: number
  /** The same without posts that were not read yet. */
  error_once_read: number
  samples_once_read: number
}

/** Plays the days of an account, minute by minute; errors are looked up once an hour. */
export function simulate(
  { batch }: SimulatedAccount,
  posts: readonly SimulatedPost[],
  days: number,
  schedule: Schedule
): Outcome {
  const outcome = {
    calls: 0,
    readings: 0,
    error: 0,
    samples: 0,
    error_once_read: 0,
    samples_once_read: 0,
  }
  let followed: StoredPost[] = []
  let coming = 0
  const follow = (hour: number) => {
    for (; (posts[coming]?.published ?? Infinity) <= hour; coming++) {
      const post = posts[coming] as SimulatedPost
      const there = post.published <= 0
      const stored: StoredPost = {
        post,
        numbers: there ? numbersAt(post, 0) : null,
        read_at: there ? 0 : null,
      }
      followed.push(stored)
      schedule.add(stored, hour)
    }
  }
  for (let minute = 0; minute <= days * 24 * 60; minute++) {
    const hour = minute / 60
    follow(hour)
    const taken = schedule.take(hour)
    outcome.calls += Math.ceil(taken.length / batch)
    outcome.readings += taken.length
    for (const stored of taken) {
      const before = { ...stored }
      stored.numbers = numbersAt(stored.post, hour)
      stored.read_at = hour
      schedule.wasRead(stored, before, hour)
    }
    if (minute % 60 === sampledMinute(hour)) {
      followed = followed.filter(
        ({ post }) => hour - post.published < LIFE_HOURS
      )
      followed.forEach((stored) => addError(outcome, stored, hour))
    }
  }
  return outcome
}

/** Another one each hour, so that no schedule is looked at just after it ran. */
const sampledMinute = (hour: number) => (Math.floor(hour) * 37) % 60

function addError(outcome: Outcome, stored: StoredPost, hour: number): void {
  const { post, numbers } = stored
  outcome.samples++
  if (!numbers) {
    outcome.error++
    return
  }
  const truth = numbersAt(post, hour)
  const errors = METRICS.map(
    (metric) =>
      Math.abs(truth[metric] - numbers[metric]) / Math.max(1, truth[metric])
  )
  const error = errors.reduce((sum, one) => sum + one, 0) / errors.length
  outcome.error += error
  outcome.samples_once_read++
  outcome.error_once_read += error
}
