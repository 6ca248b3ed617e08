import {
  type AccountInsightsPage,
  type AccountInsightsRequest,
  addDays,
  daysBetween,
  type PlatformCall,
  PlatformError,
  type PlatformErrorDetails,
  type PlatformProfile,
} from "../../src/platform-kit"
import { FakePlatform } from "./fake-platform"

/** How far back the platform below tells the days of an account. */
export const HISTORY_DAYS = 6

/** A platform whose accounts have numbers of their own, day by day. */
export class RecordPlatform extends FakePlatform {
  static asked: AccountInsightsRequest[] = []
  /** Thrown before anything is told. */
  static fails: PlatformErrorDetails | null = null
  /** Why the audience cannot be read. */
  static audienceFails: PlatformErrorDetails | null = null
  /** Why likes cannot be read; everything else can. */
  static likesFail: PlatformErrorDetails | null = null
  /** Asked before each day is told. */
  static beforeDay: (day: string) => Promise<void> | void = () => undefined
  static followersNow = 500
  /** What the days bring; 10 when not said. */
  static reach = new Map<string, number | null>()

  static resetRecord() {
    FakePlatform.reset()
    RecordPlatform.asked = []
    RecordPlatform.fails = null
    RecordPlatform.audienceFails = null
    RecordPlatform.likesFail = null
    RecordPlatform.beforeDay = () => undefined
    RecordPlatform.followersNow = 500
    RecordPlatform.reach.clear()
  }

  override readonly profile: PlatformProfile = {
    ...new FakePlatform({}, {}).profile,
    account_history_days: HISTORY_DAYS,
    abilities: {
      comments: true,
      list_posts: false,
      account_insights: true,
      oauth: false,
    },
  }

  override async *fetchAccountInsights(
    call: PlatformCall,
    request: AccountInsightsRequest
  ): AsyncGenerator<AccountInsightsPage> {
    const { from, to, today, audience } = request
    RecordPlatform.asked.push(request)
    call.onCall?.("GET /account")
    if (RecordPlatform.fails) {
      throw new PlatformError(RecordPlatform.fails)
    }
    const followers = RecordPlatform.followersNow
    yield {
      days: [
        {
          day: today,
          period_end: null,
          metrics: { followers },
          unavailable: {},
        },
      ],
      problems: [
        ...problemOf("Audience", audience && RecordPlatform.audienceFails),
        ...problemOf("Likes", RecordPlatform.likesFail),
      ],
      ...(audience &&
        !RecordPlatform.audienceFails && {
          audience: {
            demographics: { country: { DE: followers } },
            online_hours: null,
            unavailable: { online_hours: "not_offered" },
          },
        }),
    }
    for (const day of daysBetween(from, to)) {
      await RecordPlatform.beforeDay(day)
      const reach = RecordPlatform.reach.get(day)
      const known = reach === undefined ? 10 : reach
      yield {
        days: [
          {
            day,
            period_end: new Date(`${addDays(day, 1)}T08:00:00Z`),
            metrics: {
              reach: known,
              ...(!RecordPlatform.likesFail && { likes: 2 }),
            },
            unavailable: known === null ? { reach: "no_data_yet" } : {},
          },
        ],
        problems: [],
      }
    }
  }
}

function problemOf(
  part: string,
  details: PlatformErrorDetails | false | null
): AccountInsightsPage["problems"] {
  return details ? [{ part, error: new PlatformError(details) }] : []
}
