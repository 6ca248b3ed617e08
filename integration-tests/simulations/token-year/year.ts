import { createSandbox, type Sandbox } from "../../../platform-sandbox"
import { createStoreDatabase } from "../../utils/store-database"
import type { ModuleLogger, Store } from "../../utils/store-module"
import { syncStore } from "../../utils/store-run"
import { storePosts } from "../../utils/store-world"
import { CAST, type Part } from "./cast"
import type { Life } from "./minimum"
import { Persons } from "./persons"
import { Stores } from "./stores"

const HOUR = 3_600_000
const START = Date.parse("2026-01-01T00:00:00Z")

/** Somebody syncs X by hand: nearly every third day, at changing hours. */
const MANUAL_EVERY_HOURS = 77
/** The daily sync. */
const DAILY_AT_HOUR = 2

/** What became of an account. */
export interface Story {
  part: Part
  accountId: string
  lives: Life[]
  /** Kinds and dates of the notices, in order. */
  notices: string[]
  /** Syncs that brought nothing. */
  failures: number
  /** `active`, or whether a person was asked and has not come yet. */
  end: "active" | "asked" | "lost"
}

export interface Year {
  stories: Story[]
  /** Calls of endpoints that renew, without those of consents. */
  renewals: Record<string, number>
  /** Most queries of an hour in which nothing was due. */
  idleQueries: number
  /** What the store warned of. */
  warnings: string[]
  seconds: number
}

const ENDPOINTS = {
  instagram: "GET /refresh_access_token",
  twitter: "POST /2/oauth2/token",
  linkedin: "POST /oauth/v2/accessToken",
} as const

/** Lets a store live through days, hour by hour, with its jobs and its people. */
export async function liveThrough(days: number): Promise<Year> {
  const began = Date.now()
  const sandbox = await createSandbox({ seed: 1, now: at(0) })
  const database = await createStoreDatabase()
  const warnings: string[] = []
  const stores = new Stores(sandbox, database, warningsInto(warnings))
  try {
    const year = await live(days, sandbox, stores)
    return { ...year, warnings, seconds: (Date.now() - began) / 1000 }
  } finally {
    await stores.close()
    await sandbox.close()
    await database.drop()
  }
}

async function live(days: number, sandbox: Sandbox, stores: Stores) {
  const persons = new Persons(stores, sandbox)
  const stories: Story[] = []
  for (const part of CAST) {
    const accountId = await persons.connect(part)
    stories.push(newStory(part, accountId, sandbox))
  }
  const hours = new Hours(sandbox, stores, persons, stories)
  await hours.seed()
  sandbox.ledger.reset()
  for (let hour = 1; hour <= days * 24; hour++) {
    await hours.live(hour)
  }
  return hours.end()
}

const at = (hour: number) => new Date(START + hour * HOUR).toISOString()

const newStory = (
  part: Part,
  accountId: string,
  { clock }: Sandbox
): Story => ({
  part,
  accountId,
  lives: [{ from: clock.now().getTime(), to: NaN, uses: [] }],
  notices: [],
  failures: 0,
  end: "lost",
})

/** One hour after the other. */
class Hours {
  private idleQueries_ = 0
  /** Consents since the start, by platform: they ask for tokens too. */
  private readonly consents_: Record<string, number> = {}

  constructor(
    private readonly sandbox_: Sandbox,
    private readonly stores_: Stores,
    private readonly persons_: Persons,
    private readonly stories_: Story[]
  ) {}

  /** A post for each account that is read. */
  async seed(): Promise<void> {
    const { service } = await this.stores_.current()
    for (const { part, accountId } of this.stories_) {
      const post = this.sandbox_.world
        .posts()
        .find(
          ({ platform, account_external_id, traits }) =>
            platform === part.connect.platform &&
            account_external_id === part.external_id &&
            traits.length === 0
        )
      if (post && part.kind !== "x_idle") {
        await storePosts(service, accountId, [post])
      }
    }
  }

  async live(hour: number): Promise<void> {
    this.sandbox_.clock.set(at(hour))
    await this.runJobs_(await this.stores_.current())
    if (hour % 24 === DAILY_AT_HOUR) {
      await this.sync_({})
    } else if (hour % MANUAL_EVERY_HOURS === 0) {
      await this.sync_({ platform: "twitter" })
    }
    for (const story of this.stories_) {
      if (this.persons_.acts(story.accountId, this.now_())) {
        await this.connectAgain_(story)
      }
    }
  }

  async end() {
    const { service } = await this.stores_.current()
    const now = this.now_()
    for (const story of this.stories_) {
      last(story.lives).to = now
      const { status } = await service.retrieveSocialAccount(story.accountId)
      story.end =
        status === "active"
          ? "active"
          : this.persons_.knows(story.accountId)
            ? "asked"
            : "lost"
    }
    const { platforms } = this.sandbox_.ledger.summary()
    const renewals = Object.fromEntries(
      Object.entries(ENDPOINTS).map(([platform, endpoint]) => [
        platform,
        (platforms[platform]?.endpoints[endpoint] ?? 0) -
          (platform === "instagram" ? 0 : (this.consents_[platform] ?? 0)),
      ])
    )
    return {
      stories: this.stories_,
      renewals,
      idleQueries: this.idleQueries_,
    }
  }

  /** The hourly job, and the one that tells merchants. */
  private async runJobs_({ service, knex }: Store): Promise<void> {
    let queries = 0
    const count = () => void queries++
    knex.on("query", count)
    const { renewed, failed } = await service.renewTokens()
    if (renewed.length + failed.length === 0) {
      this.idleQueries_ = Math.max(this.idleQueries_, queries)
    }
    queries = 0
    const notices = await service.claimAccountNotices()
    this.idleQueries_ = Math.max(this.idleQueries_, queries)
    knex.off("query", count)
    for (const notice of notices) {
      const story = this.stories_.find(
        ({ accountId }) => accountId === notice.account_id
      )
      story?.notices.push(notice.notice)
      if (story) {
        this.persons_.read(notice, story.part, this.now_())
      }
    }
    if (notices.length > 0) {
      await service.confirmAccountNotices(notices)
    }
  }

  private async sync_(scope: Record<string, unknown>): Promise<void> {
    const store = await this.stores_.current()
    const { service } = store
    const now = this.now_()
    const { outcomes } = await syncStore(store, {
      limit: 100,
      force: true,
      ...scope,
    })
    const posts = await service.listSocialPosts(
      { id: outcomes.map(({ post_id }) => post_id) },
      { select: ["id", "account_id"] }
    )
    for (const { post_id, status } of outcomes) {
      const post = posts.find(({ id }) => id === post_id)
      const story = this.stories_.find(
        ({ accountId }) => accountId === post?.account_id
      )
      if (story && status !== "skipped") {
        last(story.lives).uses = [...last(story.lives).uses, now]
        story.failures += status === "success" ? 0 : 1
      }
    }
  }

  private async connectAgain_(story: Story): Promise<void> {
    const { platform } = story.part.connect
    this.consents_[platform] = (this.consents_[platform] ?? 0) + 1
    last(story.lives).to = this.now_()
    await this.persons_.connect(story.part, story.accountId)
    story.lives.push({ from: this.now_(), to: NaN, uses: [] })
  }

  private now_(): number {
    return this.sandbox_.clock.now().getTime()
  }
}

const last = (lives: Life[]) => lives[lives.length - 1] as Life

function warningsInto(warnings: string[]): ModuleLogger {
  const silent = () => undefined
  const keep = (text: unknown) => void warnings.push(String(text))
  return { info: silent, debug: silent, warn: keep, error: keep }
}
