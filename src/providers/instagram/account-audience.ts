import {
  type AccountAudience,
  type AccountInsightsPage,
  PlatformError,
  reasonOf,
} from "../../platform-kit"
import { slicesBy } from "../../platform-kit/meta-graph"
import { DEMOGRAPHICS, FEWEST_FOLLOWERS } from "./account-metrics"
import type { AccountReader } from "./account-reader"

/** Days of `online_followers` that are asked; the newest with hours counts. */
const ONLINE_DAYS = 7

/**
 * Who follows an account: four calls for the dimensions and one for the hours.
 * None where Instagram tells nothing, below a hundred followers.
 */
export async function readAudience(
  reader: AccountReader,
  today: string,
  followers: number | null
): Promise<Pick<AccountInsightsPage, "audience" | "problems">> {
  const audience: AccountAudience = {
    demographics: {},
    online_hours: null,
    unavailable: {},
  }
  const problems: AccountInsightsPage["problems"] = []
  if (followers !== null && followers < FEWEST_FOLLOWERS) {
    audience.unavailable.demographics = "too_few_followers"
    audience.unavailable.online_hours = "too_few_followers"
    return { audience, problems }
  }
  const read = async (part: string, work: () => Promise<boolean>) => {
    // An audience of which nothing can be read costs one call, not five.
    if (problems.length > 0) {
      audience.unavailable[part] = "not_read"
      return
    }
    try {
      if (!(await work())) {
        audience.unavailable[part] = "not_returned"
      }
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      audience.unavailable[part] = reasonOf(error)
      // What Instagram does not offer the account is no failure.
      if (error.kind !== "no_data" && error.kind !== "unsupported_metric") {
        problems.push({ part: "Audience", error })
      }
    }
  }
  for (const dimension of DEMOGRAPHICS) {
    await read(dimension, async () => {
      const slices = slicesBy(await reader.followersBy(dimension), dimension)
      const told = slices !== null && Object.keys(slices).length > 0
      if (told) {
        audience.demographics[dimension] = slices
      }
      return told
    })
  }
  await read("online_hours", async () => {
    const points = await reader.onlineFollowers(today, ONLINE_DAYS)
    const hours = points
      .map(({ parts }) => parts ?? {})
      .filter((parts) => Object.keys(parts).length > 0)
      .at(-1)
    audience.online_hours = hours ?? null
    return hours !== undefined
  })
  const learned =
    Object.keys(audience.demographics).length > 0 ||
    audience.online_hours !== null
  return problems.length > 0 && !learned ? { problems } : { audience, problems }
}
