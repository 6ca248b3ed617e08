import {
  createSandbox,
  type Fault,
  type Sandbox,
  type WorldAccount,
  type WorldPost,
} from "../../../platform-sandbox"
import {
  type AbstractSocialPlatform,
  CallBudget,
  MetricVerdicts,
  type PlatformCall,
  type PlatformPost,
  type PostResult,
} from "../../platform-kit"
import { FacebookPlatform } from "../facebook/platform"
import { InstagramPlatform } from "../instagram/platform"
import { LinkedInPlatform } from "../linkedin/platform"
import { TwitterPlatform } from "../twitter/platform"

/*
 * What must hold for every platform. A new provider is added to this table and
 * to nothing else here.
 */
interface Subject {
  name: WorldAccount["platform"]
  host: string
  settings: Record<string, string>
  /** The trait of an account whose token is dead. */
  deadToken: string
  create(url: string, options: Record<string, unknown>): AbstractSocialPlatform
}

const SUBJECTS: Subject[] = [
  {
    name: "instagram",
    host: "graph.instagram.com",
    settings: { login: "instagram" },
    deadToken: "expired_token",
    create: (url, options) =>
      new InstagramPlatform(
        {},
        {
          base_url: `${url}/graph.instagram.com`,
          facebook_base_url: `${url}/graph.facebook.com`,
          ...options,
        }
      ),
  },
  {
    name: "facebook",
    host: "graph.facebook.com",
    settings: {},
    deadToken: "expired_token",
    create: (url, options) =>
      new FacebookPlatform(
        {},
        { base_url: `${url}/graph.facebook.com`, ...options }
      ),
  },
  {
    name: "twitter",
    host: "api.x.com",
    settings: {},
    deadToken: "expired_token",
    create: (url, options) =>
      new TwitterPlatform({}, { base_url: `${url}/api.x.com`, ...options }),
  },
  {
    name: "linkedin",
    host: "api.linkedin.com",
    settings: { kind: "organization" },
    deadToken: "revoked_token",
    create: (url, options) =>
      new LinkedInPlatform(
        {},
        { base_url: `${url}/api.linkedin.com`, ...options }
      ),
  },
]

describe.each(SUBJECTS.map((subject) => [subject.name, subject] as const))(
  "the contract: %s",
  (_, subject) => {
    let sandbox: Sandbox
    let platform: AbstractSocialPlatform

    beforeAll(async () => {
      sandbox = await createSandbox({ seed: 7 })
    })
    beforeEach(() => {
      sandbox.rebuild({ seed: 7 })
      platform = subject.create(sandbox.url, {
        retry_base_ms: 1,
        timeout_ms: 10000,
      })
    })
    afterAll(async () => sandbox.close())

    const account = (trait?: string): WorldAccount => {
      const found = sandbox.world
        .accounts()
        .find(
          (one) =>
            one.platform === subject.name &&
            (trait ? one.traits.includes(trait) : one.demo) &&
            (trait ||
              Object.entries(subject.settings).every(
                ([key, value]) => one.settings[key] === value
              ))
        )
      if (!found) {
        throw new Error(`No ${subject.name} account with ${trait}`)
      }
      return found
    }

    const postsOf = (owner: WorldAccount, plain = false): WorldPost[] =>
      sandbox.world
        .posts()
        .filter(
          (post) =>
            post.platform === owner.platform &&
            post.account_external_id === owner.external_id &&
            (!plain || post.traits.length === 0)
        )

    const callFor = (owner: WorldAccount): PlatformCall => ({
      account: {
        id: "sacc_1",
        external_id: owner.external_id,
        username: owner.username,
        scopes: null,
        settings: owner.settings,
        access_token: owner.access_token,
      },
      depth: "bulk",
      budget: new CallBudget({ sleep: async () => undefined }),
      verdicts: new MetricVerdicts(subject.name, () => sandbox.clock.now()),
      now: () => sandbox.clock.now(),
    })

    const read = async (owner: WorldAccount, posts: WorldPost[]) => {
      const results: PostResult[] = []
      const asked = posts.map(toPlatformPost)
      for await (const result of platform.fetchInsights(
        callFor(owner),
        asked
      )) {
        results.push(result)
      }
      return { asked, results }
    }

    const strike = (fault: Partial<Fault> & Pick<Fault, "kind">) =>
      sandbox.faults.add({ host: subject.host, ...fault })

    it("gives exactly one result per post, awkward ones included", async () => {
      const owner = account()
      const { asked, results } = await read(owner, postsOf(owner))
      expect(results.map(({ post }) => post.id).sort()).toEqual(
        asked.map(({ id }) => id).sort()
      )
      for (const { insights, problems } of results) {
        expect(insights !== null || problems.length > 0).toBe(true)
      }
      const read_ = results.filter(({ insights }) => insights !== null)
      expect(read_.length).toBeGreaterThan(results.length * 0.8)
    })

    it("says of every unknown number why it is unknown", async () => {
      const owner = account()
      const { results } = await read(owner, postsOf(owner))
      for (const { insights } of results) {
        for (const [metric, value] of Object.entries(insights?.metrics ?? {})) {
          if (value === null) {
            expect(insights?.unavailable).toHaveProperty(metric)
          } else {
            expect(insights?.unavailable).not.toHaveProperty(metric)
          }
        }
      }
    })

    it("stops at a dead token and says to reconnect", async () => {
      const owner = account(subject.deadToken)
      const { results } = await read(owner, postsOf(owner))
      expect(results.length).toBeGreaterThan(0)
      for (const { insights, problems } of results) {
        expect(insights).toBeNull()
        expect(problems[0]?.error).toMatchObject({
          kind: "auth",
          scope: "account",
          message: expect.stringMatching(/reconnect/i),
        })
      }
    })

    it("keeps the token out of everything it says", async () => {
      const owners = [account(), account(subject.deadToken)]
      const said: unknown[] = []
      for (const owner of owners) {
        const { results } = await read(owner, postsOf(owner).slice(0, 5))
        said.push(
          ...results.map(({ insights, problems }) => [
            insights,
            problems.map(({ error }) => [
              error.message,
              error.code,
              error.stack,
              String(error.cause),
            ]),
          ])
        )
      }
      const text = JSON.stringify(said)
      owners.forEach(({ access_token }) =>
        expect(text).not.toContain(access_token)
      )
      const entries = JSON.stringify(sandbox.ledger.entries?.() ?? [])
      owners.forEach(({ access_token }) =>
        expect(entries).not.toContain(access_token)
      )
    })

    it.each([
      ["truncated JSON", { kind: "truncate" }],
      ["HTML instead of JSON", { kind: "html" }],
      ["an empty body", { kind: "empty" }],
      ["a reset", { kind: "reset" }],
      ["a hanging socket", { kind: "hang" }],
      ["a 503", { kind: "status", status: 503, body: {} }],
    ] as const)(
      "survives %s: every post fails, readably",
      async (__, fault) => {
        const owner = account()
        platform = subject.create(sandbox.url, {
          retry_base_ms: 1,
          timeout_ms: 300,
        })
        strike(fault)
        const { asked, results } = await read(
          owner,
          postsOf(owner, true).slice(0, 3)
        )
        expect(results).toHaveLength(asked.length)
        for (const { insights, problems } of results) {
          expect(insights).toBeNull()
          expect(problems[0]?.error).toMatchObject({
            kind: "transient",
            message: expect.stringMatching(/tried again/i),
          })
        }
      }
    )

    it("recovers within the same sync when trouble passes", async () => {
      const owner = account()
      strike({ kind: "status", status: 503, body: {}, times: 1 })
      const { results } = await read(owner, postsOf(owner, true).slice(0, 3))
      expect(results.every(({ insights }) => insights !== null)).toBe(true)
    })

    it("names a post id of the wrong shape and what is expected", () => {
      for (const wrong of ["", "not an id", "CRyZpjhDO_k!", "-1"]) {
        expect(() => platform.parsePostId(wrong, "1")).toThrow(/id|urn/i)
      }
      const [post] = postsOf(account(), true)
      const id = post?.platform_post_id as string
      expect(platform.parsePostId(id, account().external_id)).toBe(id)
    })

    it("tells who a token belongs to, and refuses another's", async () => {
      const owner = account()
      const { account: _account, depth: _depth, ...call } = callFor(owner)
      const claim = {
        external_id: owner.external_id,
        access_token: owner.access_token,
        settings: platform.validateSettings(owner.settings),
      }
      const described = await platform.describeAccount(claim, call)
      expect(described.external_id).toBe(owner.external_id)
      await expect(
        platform.describeAccount(
          { ...claim, access_token: "EAAnonsense12345" },
          call
        )
      ).rejects.toMatchObject({ name: "PlatformError" })
    })

    it("pages comments to the cap and says that there are more", async () => {
      const owner = account()
      const busy = postsOf(owner).find(({ traits }) =>
        traits.includes("many_comments")
      ) as WorldPost
      const fetch = async (limit: number) => {
        const ids: string[] = []
        let capped = false
        for await (const page of platform.fetchComments(callFor(owner), [
          { post: toPlatformPost(busy), since: null, limit },
        ])) {
          expect(page.problem).toBeNull()
          ids.push(...page.comments.map(({ id }) => id))
          capped ||= page.capped
        }
        return { ids, capped }
      }
      const all = await fetch(5000)
      expect(new Set(all.ids).size).toBeGreaterThanOrEqual(100)
      expect(all.capped).toBe(false)
      const some = await fetch(20)
      expect(some.capped).toBe(true)
      expect(new Set(some.ids).size).toBeLessThan(new Set(all.ids).size)
    })
  }
)

function toPlatformPost(post: WorldPost): PlatformPost {
  return {
    id: `spost_${post.platform_post_id}`,
    platform_post_id: post.platform_post_id,
    media_type: post.media_type,
    media_product_type: post.media_product_type,
    posted_at: new Date(post.posted_at),
    insights_blocked: null,
    known: {},
  }
}
