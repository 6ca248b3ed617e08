import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MetricRedefinition } from "../../../platform-kit"
import { composeTimeline } from "../history/compose-timeline"
import { periodBefore } from "../history/periods"
import type { Period, PostTimeline, Reading } from "../history/types"
import { type Knex, withPatience } from "../sql/database"
import { thinSnapshots, countThinnable } from "../sql/thin-snapshots"
import { loadPlatformOfPost, loadReadings } from "../sql/timelines"
import { CLOCK, type Clock, type ResolvedSocialOptions } from "../types/options"
import type PlatformRegistry from "./platform-registry"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  socialOptions: ResolvedSocialOptions
  platformRegistry: PlatformRegistry
}

export interface TimelineQuery extends Partial<Period> {
  /** With the span of the same length before; needs `from`. */
  compare?: "previous" | null
}

/** How long the history keeps how much, in days. */
export interface HistoryAges {
  /** Every reading. */
  all_days: number
  /** The last reading of each day; after that, of each week. */
  daily_days: number
}

/** What was known of posts, and when. */
export default class HistoryService {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly options_: ResolvedSocialOptions
  private readonly registry_: PlatformRegistry

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.options_ = dependencies.socialOptions
    this.registry_ = dependencies.platformRegistry
  }

  /**
   * The numbers of a post over a span of time: each reading, what the span
   * added, its best day, and where the platform changed its way of counting.
   * A span without an end ends now; without a beginning it is everything.
   */
  async timelineOfPost(
    postId: string,
    { from = null, to = null, compare = null }: TimelineQuery = {}
  ): Promise<PostTimeline> {
    const period = { from, to: to ?? this.clock_() }
    const earliest =
      compare && from ? periodBefore({ ...period, from }).from : from
    const readings = await loadReadings(this.knex_, postId, {
      from: earliest,
      to,
    })
    const definitions = await this.definitionsOf_(postId, readings)
    return composeTimeline(readings, period, definitions, compare)
  }

  /**
   * Thins old readings out: all of the last 30 days stay, then the last of each
   * UTC day for a year, then the last of each ISO week. A post's first and last
   * reading stay, and those beside a change of definition. One call removes at
   * most `limit` readings; fewer than that means that it is done. Where it got
   * is kept, so that the next call does not look at the same readings again.
   *
   * @param dryRun counts all that would go, and changes nothing
   * @param ages the store's own, which win over the module's options
   */
  async thin(
    limit: number,
    dryRun = false,
    ages: Partial<HistoryAges> = {}
  ): Promise<number> {
    const { history_all_days, history_daily_days } = this.options_
    const rule = {
      now: this.clock_(),
      all_days: ages.all_days ?? history_all_days,
      daily_days: ages.daily_days ?? history_daily_days,
    }
    return dryRun
      ? countThinnable(this.knex_, rule)
      : withPatience(() => thinSnapshots(this.knex_, rule, limit))
  }

  /** Only readings on both sides of a change need to know what changed. */
  private async definitionsOf_(
    postId: string,
    readings: readonly Reading[]
  ): Promise<readonly MetricRedefinition[]> {
    const versions = readings.map(
      ({ definition_version }) => definition_version
    )
    if (new Set(versions).size < 2) {
      return []
    }
    const platform = await loadPlatformOfPost(this.knex_, postId)
    return this.registry_.find(platform ?? "")?.profile.definitions ?? []
  }
}
