import {
  createSandbox,
  type Sandbox,
  type WorldAccount,
} from "../../../platform-sandbox"
import { createStoreDatabase } from "../../utils/store-database"
import {
  type ModuleLogger,
  openStore,
  type Store,
} from "../../utils/store-module"
import { seedStore } from "../../utils/store-world"
import { Calls } from "./calls"
import {
  type DailyRows,
  dailyRows,
  type Inventory,
  leftovers,
  missedReadings,
  takeInventory,
} from "./ending"
import { type Deletion, type Happening, planHappenings } from "./happenings"
import { type Account, Jobs } from "./jobs"
import { callsForTokens } from "./minimum"
import { PostOffice, VERIFY_TOKEN } from "./post-office"
import { brokenRules } from "./rules"
import {
  DAY,
  HOUR,
  MINUTE,
  PLATFORMS,
  START,
  worldOf,
  type YearSize,
} from "./scenery"
import { Trouble } from "./trouble"
import { Witness } from "./witness"

/** While a story is alive its readings cannot wait for an hour. */
const QUARTER = 15 * MINUTE
/** The version of LinkedIn's API that lasts for as long as the simulation. */
const LINKEDIN_VERSION = "202610"
/** Tokens of people's logins live as long as this. */
const TOKEN_DAYS = 60
/** A call that hangs is given up after this long. */
const TIMEOUT_MS = 1000

/** A long simulation tells that it goes on. */
const PROGRESS_HOURS = 10 * 24

/** What became of a year. */
export interface Year {
  size: YearSize
  seconds: number
  calls: Calls
  witness: Witness
  trouble: Trouble
  removed: Record<string, number>
  /** Webhooks that were sent, by kind. */
  webhooks: Record<string, number>
  daily: DailyRows
  inventory: Inventory
  counts: Record<string, number>
  /** Faults by platform that the ledger knows of. */
  strikes: Record<string, number>
  /** Calls by platform and endpoint. */
  endpoints: Record<string, Record<string, number>>
  complaints: string[]
  warnings: Record<string, number>
}

/** Lets a store live through days, hour by hour, with its jobs. */
export async function liveThrough(size: YearSize): Promise<Year> {
  const began = Date.now()
  const sandbox = await createSandbox(worldOf(size))
  const database = await createStoreDatabase()
  const warnings: Record<string, number> = {}
  sandbox.clock.hold(new Date(START))
  sandbox.world.named("linkedin")?.set({ versions: [LINKEDIN_VERSION] })
  const store = await openStore({
    databaseUrl: database.url,
    sandboxUrl: sandbox.url,
    module: { clock: () => sandbox.clock.now(), max_pacing_ms: 0 },
    platform: { timeout_ms: TIMEOUT_MS, retry_base_ms: 1 },
    platforms: {
      instagram: { webhook_verify_token: VERIFY_TOKEN },
      facebook: { webhook_verify_token: VERIFY_TOKEN },
      linkedin: { api_version: LINKEDIN_VERSION },
    },
    logger: warningsInto(warnings),
  })
  try {
    const year = await live(size, sandbox, store)
    const seconds = (Date.now() - began) / 1000
    return { ...year, size, seconds, warnings }
  } finally {
    await store.close()
    await sandbox.close()
    await database.drop()
  }
}

async function live(size: YearSize, sandbox: Sandbox, store: Store) {
  const accounts = (await seedStore(store.service, sandbox.world, {
    posts: () => false,
  })) as Account[]
  sandbox.ledger.reset()
  const post = new PostOffice(size.seed, sandbox, store)
  await post.open()
  try {
    const hours = new Hours(size, sandbox, store, accounts, post)
    for (let hour = 0; hour < size.days * 24; hour++) {
      await hours.live(hour)
      if ((hour + 1) % PROGRESS_HOURS === 0) {
        process.stderr.write(`day ${(hour + 1) / 24} of ${size.days} is over\n`)
      }
    }
    return await hours.end()
  } finally {
    await post.close()
  }
}

/** One hour after the other. */
class Hours {
  private readonly calls_: Calls
  private readonly witness_: Witness
  private readonly trouble_: Trouble
  private readonly jobs_: Jobs
  private readonly deletions_: Deletion[] = []
  private readonly happenings_: Happening[]
  private readonly complaints_: string[] = []
  /** How often a person had to come. */
  private persons_ = 0

  constructor(
    private readonly size_: YearSize,
    private readonly sandbox_: Sandbox,
    private readonly store_: Store,
    private readonly accounts_: readonly Account[],
    private readonly post_: PostOffice
  ) {
    const { ledger, faults } = sandbox_
    this.calls_ = new Calls(ledger, store_)
    this.witness_ = new Witness(sandbox_, (id) => this.canBatch_(id))
    this.trouble_ = new Trouble(size_.seed, faults)
    this.jobs_ = new Jobs(
      store_,
      sandbox_,
      this.calls_,
      this.witness_,
      accounts_
    )
    this.happenings_ = planHappenings(size_, sandbox_, this.deletions_)
  }

  async live(hour: number): Promise<void> {
    const start = START + hour * HOUR
    const at = (minute: number) => this.pass_(start + minute * MINUTE)
    at(0)
    if (hour % 24 === 0) {
      this.trouble_.brew(hour / 24)
    }
    for (const id of await this.jobs_.keepTokens()) {
      await this.connectAgain_(id)
    }
    await this.post_.tell()
    at(1)
    await this.jobs_.workWebhooks()
    await this.jobs_.importPosts()
    at(2)
    await this.jobs_.syncDue()
    if (hour % 24 === 2) {
      at(3)
      await this.jobs_.syncAll()
    }
    await this.quarter_(start + QUARTER)
    at(20)
    await this.jobs_.readAccounts()
    at(30)
    await this.jobs_.applyRetention()
    const now = this.sandbox_.clock.now()
    this.complaints_.push(
      ...(await this.calls_.of("rules", () => brokenRules(this.store_, now)))
    )
    await this.quarter_(start + 2 * QUARTER)
    await this.quarter_(start + 3 * QUARTER)
  }

  async end() {
    const now = this.pass_(START + this.size_.days * DAY)
    this.trouble_.collect()
    await this.jobs_.syncDue()
    this.calls_.needed("tokens", callsForTokens(this.size_.days))
    const { knex } = this.store_
    const { rows } = await knex.raw(
      `SELECT
         (SELECT count(*)::int FROM social_post_snapshot) AS snapshots,
         (SELECT count(*)::int FROM social_comment) AS comments,
         (SELECT count(*)::int FROM social_post WHERE expires_at IS NOT NULL) AS stories,
         (SELECT count(*)::int FROM social_sync_run) AS syncs,
         (SELECT count(*)::int FROM social_import) AS imports`
    )
    const inventory = await takeInventory(
      this.store_,
      this.sandbox_,
      this.accounts_,
      this.deletions_,
      this.witness_.stories
    )
    const stories = this.witness_.stories.values()
    return {
      calls: this.calls_,
      witness: this.witness_,
      trouble: this.trouble_,
      removed: this.jobs_.removed,
      webhooks: { ...this.post_.sent, "worked off": this.jobs_.deliveries },
      daily: await dailyRows(this.store_, this.accounts_, this.size_.days - 1),
      inventory,
      counts: {
        ...rows[0],
        deletions: this.deletions_.length,
        persons: this.persons_,
      },
      strikes: this.strikes_(),
      endpoints: this.endpoints_(),
      complaints: [
        ...this.complaints_,
        ...this.jobs_.complaints,
        ...this.post_.complaints,
        ...(this.jobs_.deliveries === this.post_.distinct
          ? []
          : [
              `${this.jobs_.deliveries} webhooks were worked off instead of ${this.post_.distinct}`,
            ]),
        ...(await leftovers(this.store_, now)),
        ...missedReadings(stories, now, HOUR + QUARTER),
      ],
    }
  }

  /** Syncs once more while a story is alive: the job runs each minute. */
  private async quarter_(time: number): Promise<void> {
    const now = this.pass_(time + 2 * MINUTE)
    const { rows } = await this.store_.knex.raw(
      `SELECT 1 FROM social_post WHERE expires_at > :now AND next_sync_at <= :now LIMIT 1`,
      { now }
    )
    if (rows.length > 0) {
      await this.jobs_.syncDue()
    }
  }

  /** Lets time pass, with everything that happens meanwhile. */
  private pass_(time: number): Date {
    const { clock } = this.sandbox_
    while ((this.happenings_[0]?.at ?? Infinity) <= time) {
      const { at, happen } = this.happenings_.shift() as Happening
      clock.hold(new Date(Math.floor(at / 1000) * 1000))
      happen()
    }
    clock.hold(new Date(time))
    return clock.now()
  }

  /** A person does what a notice asks for, and enters a token with a new life. */
  private async connectAgain_(accountId: string): Promise<void> {
    const { world } = this.sandbox_
    const { external_id } = this.accounts_.find(
      ({ id }) => id === accountId
    ) as Account
    const account = world
      .accounts()
      .find((one) => one.external_id === external_id) as WorldAccount
    const { platform, settings, access_token } = account
    world
      .named(platform)
      ?.set({ account: external_id, token: "valid", days: TOKEN_DAYS })
    const { service } = this.store_
    await this.calls_.of("persons", async () => {
      const token = { platform, external_id, settings, access_token }
      await service.storeAccount(await service.checkAccount(token))
    })
    this.persons_++
  }

  private canBatch_(accountId: string): boolean {
    const { platform } = this.accounts_.find(
      ({ id }) => id === accountId
    ) as Account
    return ["instagram", "facebook"].includes(platform)
  }

  private endpoints_(): Record<string, Record<string, number>> {
    const { platforms } = this.sandbox_.ledger.summary()
    return Object.fromEntries(
      PLATFORMS.map((platform) => [
        platform,
        platforms[platform]?.endpoints ?? {},
      ])
    )
  }

  /** Calls that a fault kept from being answered. */
  private strikes_(): Record<string, number> {
    return Object.fromEntries(
      Object.entries(this.endpoints_()).map(([platform, endpoints]) => [
        platform,
        Object.entries(endpoints)
          .filter(([endpoint]) => endpoint.startsWith("fault: "))
          .reduce((sum, [, count]) => sum + count, 0),
      ])
    )
  }
}

function warningsInto(warnings: Record<string, number>): ModuleLogger {
  const silent = () => undefined
  const keep = (text: unknown) => {
    const line = String(text).replace(/[a-z]+_[0-9A-Z]{26}/g, "…")
    warnings[line] = (warnings[line] ?? 0) + 1
  }
  return { info: silent, debug: silent, warn: keep, error: keep }
}
