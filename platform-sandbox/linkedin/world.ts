import { SandboxEnvironment, WorldOptions } from "../core/types"
import { defaultAccounts, plainAccounts } from "./accounts"
import { timedId } from "./ids"
import { LiAccount, LiMember, LiPost } from "./model"
import { defaultPeople, plainPeople } from "./people"
import { demoPlans, plainPlans, PostPlan, smallPlans } from "./plan"
import { postText } from "./texts"
import { urnId } from "./urn"

/** All accounts and posts of the stand-in; every lookup is by map. */
export class LiWorld {
  readonly accounts: LiAccount[]
  /** Members who can let an app in. */
  readonly people: LiMember[]
  readonly posts = new Map<string, LiPost>()
  private readonly by_activity = new Map<string, LiPost>()
  private readonly by_author = new Map<string, LiPost[]>()
  private readonly by_token = new Map<string, LiAccount>()
  /** Milliseconds since the epoch, on a full second. */
  readonly built_ms: number

  constructor(
    readonly environment: SandboxEnvironment,
    options: WorldOptions
  ) {
    const { seed } = environment
    this.built_ms = Math.floor(environment.now().getTime() / 1000) * 1000
    this.accounts = options.plain
      ? plainAccounts(seed, options.accounts?.linkedin ?? 1)
      : defaultAccounts(seed)
    this.people = options.plain
      ? plainPeople(seed, this.accounts)
      : defaultPeople(seed, this.accounts)
    for (const entry of this.accounts) {
      const { account } = entry
      this.by_token.set(account.access_token, entry)
      const posts = this.plans(entry, options).map((plan) =>
        this.makePost(account.external_id, plan)
      )
      posts.sort((a, b) => b.posted_ms - a.posted_ms)
      this.by_author.set(account.external_id, posts)
    }
  }

  get seed(): number {
    return this.environment.seed
  }

  now_ms(): number {
    return this.environment.now().getTime()
  }

  accountByToken(token: string): LiAccount | undefined {
    return this.by_token.get(token)
  }

  organization(urn: string): LiAccount | undefined {
    return this.accounts.find(
      ({ account, kind }) =>
        kind === "organization" && account.external_id === urn
    )
  }

  person(urn: string): LiMember | undefined {
    return this.people.find((member) => member.urn === urn)
  }

  /** A post that exists by its own URN or by its activity's; deleted ones do not. */
  find(urn: string): LiPost | undefined {
    const post = this.posts.get(urn) ?? this.by_activity.get(urn)
    return post && !post.deleted ? post : undefined
  }

  /** Posts of an author that exist, newest first. */
  postsOf(author: string): LiPost[] {
    return (this.by_author.get(author) ?? []).filter((post) => !post.deleted)
  }

  /** An author publishes posts, now. */
  publish(author: string, count = 0): void {
    const posts = this.by_author.get(author) ?? []
    const age_ms = this.built_ms - Math.floor(this.now_ms() / 1000) * 1000
    for (let i = 0; i < count; i++) {
      const name = `published_${posts.length}`
      const plan = { name, age_ms, kind: "share", media: null, traits: [] }
      posts.unshift(this.makePost(author, plan as PostPlan))
    }
  }

  private makePost(author: string, plan: PostPlan): LiPost {
    const { seed } = this
    const key = `${author} ${plan.name}`
    const id = timedId(plan.age_ms, seed, key)
    const post: LiPost = {
      urn: `urn:li:${plan.kind}:${id}`,
      kind: plan.kind,
      activity_urn: `urn:li:activity:${timedId(plan.age_ms - 1, seed, key)}`,
      author,
      text: postText(seed, key),
      media: plan.media,
      posted_ms: this.built_ms - plan.age_ms,
      traits: plan.traits,
      deleted: plan.traits.includes("deleted"),
      added_comments: [],
      insert_per_page: 0,
    }
    this.posts.set(post.urn, post)
    this.by_activity.set(post.activity_urn, post)
    return post
  }

  private plans(entry: LiAccount, options: WorldOptions): PostPlan[] {
    const { account, kind } = entry
    const key = urnId(account.external_id)
    if (options.plain) {
      const wanted = options.posts?.linkedin ?? { share: 50, ugcPost: 50 }
      return plainPlans(this.seed, key, wanted)
    }
    return account.demo
      ? demoPlans(this.seed, key, kind === "organization")
      : smallPlans(this.seed, key)
  }
}
