import type { TokenSet } from "../../src/platform-kit"
import { FakePlatform } from "../utils/fake-platform"
import { moduleSuite, syncAll } from "../utils/module-runner"
import {
  DAY,
  DEAD_GRANT,
  DEAD_TOKEN,
  giveTokens,
  LONG_LIVED,
  refuse,
  RenewingPlatform,
  seedRenewing,
  SHORT_LIVED,
  successor,
  tokensNamed,
  tokensOf,
} from "../utils/renewing-platform"

const MINUTE = 60000
const HOUR = 60 * MINUTE

/** Time of the module; posts and runs go by the real one. */
let now = new Date()
const inTime = (ms: number) => new Date(now.getTime() + ms)

/** Reads all posts, whether fresh or not. */
const FORCED = { limit: 1000, force: true }

moduleSuite(
  ({ service }) => {
    beforeEach(() => {
      RenewingPlatform.reset()
      now = new Date()
    })

    const accountOf = (id: string) => service.retrieveSocialAccount(id)

    /** An account whose long token was issued long ago and ends in a while. */
    const seedLong = (left: number, more: Partial<TokenSet> = {}) => {
      const expires_at = inTime(left)
      const issued_at = new Date(expires_at.getTime() - 60 * DAY)
      const tokens = tokensNamed("a", { issued_at, expires_at, ...more })
      return seedRenewing(service, 2, tokens)
    }

    const seedShort = (left: number) => {
      RenewingPlatform.model = SHORT_LIVED
      const refresh_expires_at = inTime(180 * DAY)
      return seedRenewing(
        service,
        2,
        tokensNamed("a", { expires_at: inTime(left), refresh_expires_at })
      )
    }

    describe("a token that is needed", () => {
      it("is left alone while it lives long enough", async () => {
        await seedLong(8 * DAY)
        await syncAll(service, FORCED)
        expect(RenewingPlatform.renewed).toEqual([])
        expect(RenewingPlatform.used).toEqual(["a-access-1"])
      })

      it("is renewed in time, and stored before it is used", async () => {
        const { accountId } = await seedLong(6 * DAY)
        const stored: string[] = []
        FakePlatform.beforeRead = async () => {
          stored.push((await tokensOf(service, accountId)).tokens.access_token)
        }
        const { run } = await syncAll(service, FORCED)
        expect(run).toMatchObject({ status: "success", success: 2 })
        expect(RenewingPlatform.renewed).toEqual(["a-access-1"])
        expect(RenewingPlatform.used).toEqual(["a-access-2"])
        expect(stored).toEqual(["a-access-2"])
        const account = await accountOf(accountId)
        expect(account.token_expires_at).toEqual(inTime(60 * DAY))
        expect(account.reconnect_by).toBeNull()
        const { row } = await tokensOf(service, accountId)
        expect(row).toMatchObject({ lease_by: null, lease_until: null })
      })

      it("is renewed once for fifty that need it at the same moment", async () => {
        RenewingPlatform.model = SHORT_LIVED
        const { postIds } = await seedRenewing(
          service,
          50,
          tokensNamed("a", { expires_at: inTime(-MINUTE) })
        )
        const runs = await Promise.all(
          postIds.map((id) => syncAll(service, { post_ids: [id] }))
        )
        expect(runs.map(({ run }) => run?.success)).toEqual(Array(50).fill(1))
        expect(RenewingPlatform.renewed).toEqual(["a-access-1"])
        expect(new Set(RenewingPlatform.used)).toEqual(new Set(["a-access-2"]))
      })

      it("is used when it seems over and nothing can renew it", async () => {
        RenewingPlatform.model = { ...LONG_LIVED, renewed_with: "none" }
        await seedLong(-2 * DAY)
        const { run } = await syncAll(service, FORCED)
        expect(run).toMatchObject({ success: 2 })
        expect(RenewingPlatform.used).toEqual(["a-access-1"])
      })
    })

    describe("a platform that fails to renew", () => {
      it("costs nothing while the token lives, and is asked again later", async () => {
        const { accountId } = await seedLong(6 * DAY)
        RenewingPlatform.answer = refuse({})
        const { run } = await syncAll(service, FORCED)
        expect(run).toMatchObject({ status: "success", success: 2 })
        const { row } = await tokensOf(service, accountId)
        expect(row.renewal_failed_at).toEqual(now)
        expect(row.renewal_error).toContain("Fake answered HTTP 500.")
        expect(row).toMatchObject({ version: 2, lease_by: null })

        await syncAll(service, FORCED)
        expect(RenewingPlatform.renewed).toHaveLength(1)
        now = inTime(16 * MINUTE)
        RenewingPlatform.answer = async (tokens) => successor(tokens, now)
        await syncAll(service, FORCED)
        expect(RenewingPlatform.renewed).toHaveLength(2)
        const { row: after } = await tokensOf(service, accountId)
        expect(after).toMatchObject({
          renewal_failed_at: null,
          renewal_error: null,
        })
      })

      it("puts posts off when the token is over; the account stays", async () => {
        const { accountId, postIds } = await seedShort(-MINUTE)
        RenewingPlatform.answer = refuse({})
        const { run } = await syncAll(service, FORCED)
        expect(run).toMatchObject({ status: "failed", failed: 2 })
        expect(RenewingPlatform.used).toEqual([])
        expect(await accountOf(accountId)).toMatchObject({
          status: "active",
          reconnect_by: null,
        })
        const post = await service.retrieveSocialPost(postIds[0] as string)
        expect(post.sync_errors?.[0]).toContain("could not be renewed")
        expect(post.next_sync_at?.getTime()).toBeLessThan(
          Date.now() + HOUR + MINUTE
        )

        RenewingPlatform.answer = async (tokens) => successor(tokens, now)
        expect((await syncAll(service, FORCED)).run).toMatchObject({
          status: "success",
        })
      })

      it("warns in time when it goes on for a day", async () => {
        const { accountId } = await seedLong(6 * DAY)
        const end = (await accountOf(accountId)).token_expires_at
        RenewingPlatform.answer = refuse({})
        await service.renewTokens()
        expect((await accountOf(accountId)).reconnect_by).toBeNull()
        now = inTime(25 * HOUR)
        await service.renewTokens()
        expect((await accountOf(accountId)).reconnect_by).toEqual(end)
        RenewingPlatform.answer = async (tokens) => successor(tokens, now)
        await service.renewTokens()
        expect((await accountOf(accountId)).reconnect_by).toBeNull()
      })

      it("because of the operator's app, says so and flips nothing", async () => {
        const { accountId, postIds } = await seedShort(-MINUTE)
        const pasted = await seedRenewing(
          service,
          2,
          tokensNamed("b", { refresh_token: null })
        )
        RenewingPlatform.answer = refuse({
          kind: "invalid",
          scope: "app",
          code: "app_credentials",
          message: 'Fake refuses the app. Check the option "client_secret".',
        })
        const { run } = await syncAll(service, FORCED)
        expect(run).toMatchObject({ success: 2, failed: 2 })
        const post = await service.retrieveSocialPost(postIds[0] as string)
        expect(post.sync_errors?.[0]).toContain('"client_secret"')
        for (const id of [accountId, pasted.accountId]) {
          expect((await accountOf(id)).status).toBe("active")
        }
      })

      it("shows no token in what is kept of its error", async () => {
        const { accountId } = await seedLong(6 * DAY)
        RenewingPlatform.answer = refuse({
          message: "Fake does not like a-access-1 nor a-refresh-1.",
        })
        await syncAll(service, FORCED)
        const { row } = await tokensOf(service, accountId)
        expect(row.renewal_error).toContain("[redacted] nor [redacted]")
      })
    })

    describe("a grant that is over", () => {
      it("makes the account need a person, with the platform's sentence", async () => {
        const { accountId } = await seedShort(-MINUTE)
        RenewingPlatform.answer = refuse(DEAD_GRANT)
        const { run } = await syncAll(service, FORCED)
        expect(run).toMatchObject({ failed: 2 })
        expect(await accountOf(accountId)).toMatchObject({
          status: "needs_reconnect",
          status_reason: DEAD_GRANT.message,
        })
      })

      it("is none when somebody else has renewed since", async () => {
        const { accountId } = await seedShort(-MINUTE)
        const newer = tokensNamed("newer", { expires_at: inTime(HOUR) })
        RenewingPlatform.answer = async (tokens, at) => {
          await giveTokens(service, accountId, newer)
          return refuse(DEAD_GRANT)(tokens, at)
        }
        const { run } = await syncAll(service, FORCED)
        expect(run).toMatchObject({ success: 2, failed: 0 })
        expect(RenewingPlatform.used).toEqual(["newer-access-1"])
        expect((await accountOf(accountId)).status).toBe("active")
      })

      it("gives way to a person who connects meanwhile", async () => {
        const { accountId } = await seedShort(-MINUTE)
        const newer = tokensNamed("newer", { expires_at: inTime(HOUR) })
        RenewingPlatform.answer = async (tokens, at) => {
          await giveTokens(service, accountId, newer)
          return successor(tokens, at)
        }
        await syncAll(service, FORCED)
        expect(RenewingPlatform.used).toEqual(["newer-access-1"])
        const { tokens } = await tokensOf(service, accountId)
        expect(tokens.access_token).toBe("newer-access-1")
      })
    })

    describe("a token that is refused in the midst of a run", () => {
      it("gives way to what somebody stored meanwhile", async () => {
        const { accountId } = await seedLong(30 * DAY)
        RenewingPlatform.refused.add("a-access-1")
        RenewingPlatform.onUse = () =>
          giveTokens(service, accountId, tokensNamed("newer"))
        expect((await syncAll(service, FORCED)).run).toMatchObject({
          success: 2,
        })
        expect(RenewingPlatform.used).toEqual(["newer-access-1"])
        expect((await accountOf(accountId)).status).toBe("active")
      })

      it("is the end of an account whose token is renewed with itself", async () => {
        const { accountId } = await seedLong(30 * DAY)
        RenewingPlatform.refused.add("a-access-1")
        expect((await syncAll(service, FORCED)).run).toMatchObject({
          failed: 2,
        })
        expect(RenewingPlatform.renewed).toEqual([])
        expect(await accountOf(accountId)).toMatchObject({
          status: "needs_reconnect",
          status_reason: DEAD_TOKEN.message,
        })
      })

      it("is renewed once; refused again, the account needs a person", async () => {
        const { accountId } = await seedShort(HOUR)
        RenewingPlatform.refused = new Set(["a-access-1", "a-access-2"])
        RenewingPlatform.answer = async (tokens) => successor(tokens, now)
        expect((await syncAll(service, FORCED)).run).toMatchObject({
          failed: 2,
        })
        expect(RenewingPlatform.renewed).toEqual(["a-access-1"])
        expect(await accountOf(accountId)).toMatchObject({
          status: "needs_reconnect",
          status_reason: DEAD_TOKEN.message,
        })
      })
    })

    describe("a clock that is wrong by two days", () => {
      it.each([-2 * DAY, 2 * DAY])(
        "by %d ms renews a long token early or late, never too late",
        async (shift) => {
          const { accountId } = await seedLong(7 * DAY)
          now = inTime(shift)
          await syncAll(service, FORCED)
          expect(RenewingPlatform.renewed).toHaveLength(shift > 0 ? 1 : 0)
          expect((await accountOf(accountId)).status).toBe("active")
        }
      )

      it("does not take short tokens for lost", async () => {
        const { accountId } = await seedShort(HOUR)
        for (const shift of [2 * DAY, -4 * DAY, 2 * DAY]) {
          now = inTime(shift)
          expect((await syncAll(service, FORCED)).run).toMatchObject({
            status: "success",
          })
        }
        expect((await accountOf(accountId)).status).toBe("active")
      })
    })
  },
  {
    clock: () => now,
    // One after the other, so that one could stop the next.
    parallel_accounts: 1,
    providers: [{ resolve: { services: [RenewingPlatform] }, id: "fake" }],
  }
)
