import type {
  AccountFigures,
  AccountPeaks,
  DaySpan,
  SeriesDay,
} from "../history/account-series"
import type { LatestValues } from "../sql/account-days"

/** What a reading of an account's own numbers came to. */
export interface AccountReading {
  account_id: string
  /** `skipped`: read a moment ago or just now, or there are no such numbers. */
  status: "success" | "partial" | "failed" | "skipped"
  /** Closed days that were read. */
  days: number
  calls: number
  /** What was wrong and what to do; `null` when nothing was. */
  error: string | null
}

/** Ids of the accounts that were read, and of those that were not. */
export interface AccountReadingReport {
  read: string[]
  failed: string[]
}

export interface AccountTimelineQuery extends Partial<DaySpan> {
  /** Tell the span of the same length before, too. */
  compare?: boolean
}

export interface AccountTimeline {
  days: SeriesDay[]
  latest: { [M in keyof Required<LatestValues>]: LatestValues[M] | null }
  gains: AccountFigures
  peak: AccountPeaks
  previous: (DaySpan & { gains: AccountFigures }) | null
}
