import {
  ACCOUNT_DAILY,
  type AccountDay,
  type AccountInsightsPage,
  type AccountInsightsRequest,
  type AccountMetricName,
  daysBetween,
  type PlatformCall,
} from "../../platform-kit"
import { countersOf, readAccount } from "./account"
import type { XClient } from "./client"

/**
 * X counts nothing of an account per day and keeps no history: what there is
 * are followers, followed accounts and posts as of now, in one call.
 * https://docs.x.com/x-api/fundamentals/metrics
 */
export async function* readAccountDays(
  client: XClient,
  call: PlatformCall,
  { from, to, today, audience }: AccountInsightsRequest
): AsyncGenerator<AccountInsightsPage> {
  const user = await readAccount(client, call, call.account.external_id)
  const now = notOffered(today)
  for (const [name, value] of Object.entries(countersOf(user))) {
    const metric = name as AccountMetricName
    now.metrics[metric] = value
    if (value === null) {
      now.unavailable[metric] = "not_returned"
    }
  }
  yield {
    days: [...daysBetween(from, to).map(notOffered), now],
    ...(audience && {
      audience: {
        demographics: {},
        online_hours: null,
        unavailable: {
          demographics: "not_offered",
          online_hours: "not_offered",
        },
      },
    }),
    problems: [],
  }
}

/** A day of which X tells nothing; its totals may have been read on the day itself. */
function notOffered(day: string): AccountDay {
  return {
    day,
    period_end: null,
    metrics: Object.fromEntries(ACCOUNT_DAILY.map((name) => [name, null])),
    unavailable: Object.fromEntries(
      ACCOUNT_DAILY.map((name) => [name, "not_offered"])
    ),
  }
}
