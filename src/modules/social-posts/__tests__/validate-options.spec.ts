import { createMedusaContainer } from "@medusajs/framework/utils"
import validateOptions from "../loaders/validate-options"
import { SOCIAL_OPTIONS } from "../types/options"

const KEY = Buffer.alloc(32, 7).toString("base64")

async function load(options?: Record<string, unknown>) {
  const container = createMedusaContainer()
  await validateOptions({ container, options })
  return container.resolve(SOCIAL_OPTIONS)
}

describe("the module's options", () => {
  it("have defaults for all but the key", async () => {
    expect(await load({ encryption_key: KEY })).toEqual({
      encryption_key: KEY,
      clock: expect.any(Function),
      freshness_minutes: 60,
      import_days: 365,
      import_every_hours: 6,
      import_limit: 1000,
      history_all_days: 30,
      history_daily_days: 365,
      parallel_accounts: 5,
      lease_seconds: 60,
      comments_per_sync: 500,
      max_pacing_ms: 5000,
    })
  })

  it("are kept where they are given", async () => {
    const options = {
      encryption_key: KEY,
      previous_encryption_keys: [KEY],
      sync_cron: "30 4 * * *",
      freshness_minutes: 0,
      parallel_accounts: 1,
      comments_per_sync: 0,
    }
    expect(await load(options)).toMatchObject(options)
  })

  it.each<[string, Record<string, unknown> | undefined, string]>([
    ["no options", undefined, "the encryption_key is missing"],
    ["no key", {}, "the encryption_key is missing"],
    [
      "a wrong key",
      { encryption_key: "short" },
      "the encryption_key is malformed",
    ],
    [
      "a wrong previous key",
      { encryption_key: KEY, previous_encryption_keys: [KEY, "short"] },
      "the previous_encryption_keys is malformed",
    ],
    [
      "a wrong cron",
      { encryption_key: KEY, sync_cron: "daily" },
      'SOCIAL_SYNC_CRON "daily" is not a cron expression',
    ],
    [
      "too many accounts at once",
      { encryption_key: KEY, parallel_accounts: 51 },
      'option "parallel_accounts" is wrong',
    ],
    [
      "a negative freshness",
      { encryption_key: KEY, freshness_minutes: -1 },
      'option "freshness_minutes" is wrong',
    ],
  ])("stop the boot with a sentence: %s", async (_name, options, sentence) => {
    await expect(load(options)).rejects.toThrow(sentence)
  })
})
