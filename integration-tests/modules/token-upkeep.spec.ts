import type { TokenSet } from "../../src/platform-kit"
import { moduleSuite, tableOf } from "../utils/module-runner"
import {
  DAY,
  DEAD_GRANT,
  LONG_LIVED,
  refuse,
  RenewingPlatform,
  seedRenewing,
  SHORT_LIVED,
  successor,
  tokensNamed,
  tokensOf,
} from "../utils/renewing-platform"

const HOUR = 3600000

let now = new Date()
const inTime = (ms: number) => new Date(now.getTime() + ms)

moduleSuite(
  ({ service }) => {
    beforeEach(() => {
      RenewingPlatform.reset()
      now = new Date()
    })

    const seed = async (name: string, left: number, more?: Partial<TokenSet>) =>
      (
        await seedRenewing(
          service,
          0,
          tokensNamed(name, { expires_at: inTime(left), ...more })
        )
      ).accountId

    describe("the hourly renewal", () => {
      it("renews what is due, and nothing else", async () => {
        const due = await seed("due", 7 * DAY)
        await seed("early", 8 * DAY)
        expect(await service.renewTokens()).toEqual({
          renewed: [due],
          failed: [],
        })
        expect(RenewingPlatform.renewed).toEqual(["due-access-1"])
        expect(await service.renewTokens()).toEqual({ renewed: [], failed: [] })
      })

      it("does not renew just in case what is renewed on use", async () => {
        RenewingPlatform.model = SHORT_LIVED
        await seed("lately", -DAY, { refresh_expires_at: inTime(8 * DAY) })
        const idle = await seed("idle", -DAY, {
          refresh_expires_at: inTime(6 * DAY),
        })
        expect((await service.renewTokens()).renewed).toEqual([idle])
      })

      it("goes on when one account fails, whatever the reason", async () => {
        const names = ["dead", "slow", "broken", "fine"]
        const [dead, slow, broken, fine] = await Promise.all(
          names.map((name) => seed(name, DAY))
        )
        RenewingPlatform.answer = async (tokens, at) => {
          const [name] = tokens.access_token.split("-")
          if (name === "dead") {
            return refuse(DEAD_GRANT)(tokens, at)
          }
          if (name === "slow") {
            return refuse({})(tokens, at)
          }
          if (name === "broken") {
            throw new TypeError("Cannot read properties of undefined")
          }
          return successor(tokens, at)
        }
        const report = await service.renewTokens()
        expect(report.renewed).toEqual([fine])
        expect(report.failed.sort()).toEqual([dead, slow, broken].sort())
        const statuses = await service.listSocialAccounts(
          {},
          { select: ["id", "status"] }
        )
        expect(
          statuses.filter(({ status }) => status !== "active")
        ).toMatchObject([{ id: dead, status: "needs_reconnect" }])
        // A dead one is not asked again; the others are.
        RenewingPlatform.renewed = []
        await service.renewTokens()
        expect(RenewingPlatform.renewed.sort()).toEqual([
          "broken-access-1",
          "slow-access-1",
        ])
      })

      it("keeps the tokens of a paused account alive", async () => {
        const id = await seed("paused", DAY)
        await service.updateSocialAccounts({ id, status: "paused" })
        expect((await service.renewTokens()).renewed).toEqual([id])
        expect((await service.retrieveSocialAccount(id)).status).toBe("paused")
      })

      it("renews each token once for two rounds at the same moment", async () => {
        await Promise.all(["a", "b", "c"].map((name) => seed(name, DAY)))
        await Promise.all([service.renewTokens(), service.renewTokens()])
        expect(RenewingPlatform.renewed.sort()).toEqual([
          "a-access-1",
          "b-access-1",
          "c-access-1",
        ])
      })
    })

    describe("a renewal that somebody asks for", () => {
      it("brings a new token before it is due", async () => {
        const id = await seed("a", 30 * DAY, { issued_at: inTime(-2 * DAY) })
        await service.renewToken(id)
        const { tokens } = await tokensOf(service, id)
        expect(tokens.access_token).toBe("a-access-2")
      })

      it("brings an account back", async () => {
        const id = await seed("a", 30 * DAY)
        await service.updateSocialAccounts({
          id,
          status: "needs_reconnect",
          status_reason: "Fake did not like the token.",
        })
        await service.renewToken(id)
        expect(await service.retrieveSocialAccount(id)).toMatchObject({
          status: "active",
          status_reason: null,
        })
      })

      it.each([
        [
          "too early",
          LONG_LIVED,
          30 * DAY,
          { issued_at: inTime(-HOUR) },
          /only 24 hours after it was issued. Try again after 20\d\d-/,
        ],
        ["too late", LONG_LIVED, -HOUR, {}, /ended on 20\d\d-.*Connect the/],
        [
          "without a refresh token",
          SHORT_LIVED,
          HOUR,
          { refresh_token: null },
          /only with a refresh token, which this account does not have/,
        ],
        [
          "where the platform never renews",
          { ...LONG_LIVED, renewed_with: "none" as const },
          HOUR,
          {},
          /does not renew this kind of token/,
        ],
      ])(
        "is refused %s, with the reason",
        async (_name, model, left, more, reason) => {
          RenewingPlatform.model = model
          const id = await seed("a", left, more)
          await expect(service.renewToken(id)).rejects.toMatchObject({
            type: "not_allowed",
            message: expect.stringMatching(reason),
          })
          expect(RenewingPlatform.renewed).toEqual([])
        }
      )

      it("tells what the platform says", async () => {
        const id = await seed("a", 30 * DAY)
        RenewingPlatform.answer = refuse({})
        await expect(service.renewToken(id)).rejects.toMatchObject({
          message: expect.stringContaining("Fake answered HTTP 500."),
        })
      })

      it("is refused for an account without tokens", async () => {
        const id = await seed("a", 30 * DAY)
        await tableOf(service, "social_credential")
          .where({ account_id: id })
          .delete()
        await expect(service.renewToken(id)).rejects.toMatchObject({
          message: expect.stringContaining("not connected"),
        })
      })
    })
  },
  {
    clock: () => now,
    providers: [{ resolve: { services: [RenewingPlatform] }, id: "fake" }],
  }
)
