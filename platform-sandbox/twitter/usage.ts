import { Call, EndpointAnswer } from "./call"
import { allowParams, bad } from "./parameters"

/** `GET /2/usage/tweets`: app Bearer only; numbers are strings (spec 2.167, §4). */
export function usageTweets(call: Call): EndpointAnswer {
  allowParams(call, ["days", "usage.fields"])
  const days = call.request.query.days ?? "7"
  if (!/^[0-9]+$/.test(days) || Number(days) < 1 || Number(days) > 90) {
    throw bad(call, "days", `[${days}] is not between 1 and 90`)
  }
  const { billed } = call.spend.summary()
  return {
    body: {
      data: {
        cap_reset_day: 1,
        project_id: "1500000000000000001",
        project_cap: "3000000",
        project_usage: String((billed.post ?? 0) + (billed.owned ?? 0)),
      },
    },
  }
}
