import { SandboxEnvironment, WorldOptions } from "../core/types"
import { defaultAccounts, plainAccounts } from "./accounts"
import { isNewer, userId } from "./ids"
import { makePost } from "./make-post"
import { XAccount, XPost, XUser } from "./model"
import { demoPlans, plainPlans, PostPlan, smallPlans } from "./plan"

/** All users and posts of the stand-in; every lookup is by map. */
export class XWorld {
  readonly accounts: XAccount[]
  readonly users = new Map<string, XUser>()
  /** Every known post under each of its ids. */
  readonly posts = new Map<string, XPost>()
  /** Posts that `posts()` lists. */
  readonly listed: XPost[] = []
  private readonly by_token = new Map<string, XAccount>()
  private readonly timelines = new Map<string, XPost[]>()
  private readonly built_ms: number

  constructor(
    readonly environment: SandboxEnvironment,
    options: WorldOptions
  ) {
    const { seed } = environment
    this.built_ms = Math.floor(environment.now().getTime() / 1000) * 1000
    this.accounts = options.plain
      ? plainAccounts(seed, options.accounts?.twitter ?? 1)
      : defaultAccounts(seed)
    for (const name of ["other", "protected"]) {
      this.addUser(userId(seed, name), `${name}_person`, name === "protected")
    }
    for (const entry of this.accounts) {
      const { account } = entry
      this.by_token.set(account.access_token, entry)
      this.addUser(account.external_id, account.username)
      const user = this.users.get(account.external_id) as XUser
      user.name = account.display_name
      for (const plan of this.plans(account.external_id, options)) {
        this.add(makePost(this, account.external_id, plan, this.built_ms))
      }
    }
    for (const line of this.timelines.values()) {
      newestFirst(line)
    }
  }

  get seed(): number {
    return this.environment.seed
  }

  now_ms(): number {
    return this.environment.now().getTime()
  }

  accountByToken(token: string): XAccount | undefined {
    return this.by_token.get(token)
  }

  /** The accounts of people, who can let an app in. */
  people(): XAccount[] {
    return this.accounts.filter(({ token_kind }) => token_kind === "user")
  }

  person(user_id: string): XAccount | undefined {
    return this.people().find(({ account }) => account.external_id === user_id)
  }

  find(id: string): XPost | undefined {
    const post = this.posts.get(id)
    return post && post.posted_ms <= this.now_ms() ? post : undefined
  }

  /** Posts of a user that can be listed, newest first. */
  timeline(user_id: string): XPost[] {
    return (this.timelines.get(user_id) ?? []).filter(
      (post) => !post.deleted && !post.problem
    )
  }

  addUser(id: string, username: string, is_protected = false): void {
    if (!this.users.has(id)) {
      this.users.set(id, {
        id,
        username,
        name: username.replace(/_/g, " "),
        created_ms: Date.UTC(2021, 4, 3),
        protected: is_protected,
      })
    }
  }

  /** Makes a post known; replies are known but belong to no timeline. */
  index(post: XPost): void {
    for (const id of post.history) {
      this.posts.set(id, post)
    }
  }

  /** An account publishes texts, now. */
  publish(account: string, count: number, more: Partial<XPost> = {}): void {
    const age_ms = this.built_ms - Math.floor(this.now_ms() / 1000) * 1000
    for (let i = 0; i < count; i++) {
      const name = `published_${this.listed.length}`
      const plan = { name, age_ms, kind: "text" as const, traits: [] }
      const post = makePost(this, account, plan, this.built_ms)
      this.add({ ...post, ...more, text: `${more.text ?? ""}${post.text}` })
    }
    newestFirst(this.timelines.get(account) ?? [])
  }

  /** The author goes on below a post: with parts of a thread, or answering people. */
  goOn(post: XPost, count: number, person?: XUser): void {
    this.publish(post.author_id, count, {
      conversation_id: post.conversation_id,
      reply_to: person
        ? { id: `${BigInt(post.id) + 1n}`, author_id: person.id }
        : { id: post.id, author_id: post.author_id },
      text: person ? `@${person.username} ` : "",
    })
  }

  private add(post: XPost): void {
    this.index(post)
    this.listed.push(post)
    const line = this.timelines.get(post.author_id)
    if (line) {
      line.push(post)
    } else {
      this.timelines.set(post.author_id, [post])
    }
  }

  private plans(account: string, options: WorldOptions): PostPlan[] {
    if (options.plain) {
      const wanted = options.posts?.twitter ?? { post: 100 }
      return plainPlans(this.seed, account, wanted)
    }
    return account === this.accounts[0]?.account.external_id
      ? demoPlans(this.seed)
      : smallPlans(this.seed)
  }
}

function newestFirst(line: XPost[]): void {
  line.sort((a, b) => (isNewer(a.id, b.id) ? -1 : 1))
}
