import { moduleSuite } from "../utils/module-runner"
import {
  DAY,
  DEAD_GRANT,
  giveTokens,
  refuse,
  RenewingPlatform,
  seedRenewing,
  tokensNamed,
} from "../utils/renewing-platform"

const HOUR = 3600000

let now = new Date("2026-11-21T12:00:00Z")
const wait = (ms: number) => {
  now = new Date(now.getTime() + ms)
}

moduleSuite(
  ({ service, MikroOrmWrapper }) => {
    beforeEach(() => {
      RenewingPlatform.reset()
      now = new Date("2026-11-21T12:00:00Z")
    })

    /** Claims, confirms, and tells what was told. */
    const told = async () => {
      const notices = await service.claimAccountNotices()
      await service.confirmAccountNotices(notices)
      return notices.map(({ notice }) => notice)
    }

    const seedEnding = async (left: number) => {
      const { accountId } = await seedRenewing(service, 0, tokensNamed("a"))
      await service.updateSocialAccounts({
        id: accountId,
        reconnect_by: new Date(now.getTime() + left),
      })
      return accountId
    }

    const kill = (id: string) =>
      service.updateSocialAccounts({
        id,
        status: "needs_reconnect",
        status_reason: "Fake has ended the connection.",
      })

    const endLease = async () => {
      await MikroOrmWrapper.getManager().execute(
        "UPDATE social_account SET notice_lease_until = now() - interval '1 second' WHERE notice_lease_until IS NOT NULL"
      )
    }

    it("tells seven days and one day before the end, once each", async () => {
      await seedEnding(8 * DAY)
      expect(await told()).toEqual([])
      wait(DAY)
      expect(await told()).toEqual(["7d 2026-11-29"])
      for (let hours = 0; hours < 5 * 24; hours += 8) {
        expect(await told()).toEqual([])
        wait(8 * HOUR)
      }
      wait(DAY)
      expect(await told()).toEqual(["1d 2026-11-29"])
      expect(await told()).toEqual([])
      // A clock that is set back tells nothing again.
      wait(-2 * DAY)
      expect(await told()).toEqual([])
    })

    it("says which account, by when and what to do", async () => {
      await seedEnding(6 * DAY)
      const [notice] = await service.claimAccountNotices()
      expect(notice).toMatchObject({
        kind: "reconnect_due",
        platform: "fake",
        title: "Fake: connect @fake again by 27 November 2026",
        description:
          "The access to the Fake account @fake ends on 27 November 2026, 12:00 UTC. Connect it again before that in the admin under Social > Accounts, and syncing goes on without a gap.",
        reason: null,
        reconnect_by: "2026-11-27T12:00:00.000Z",
      })
    })

    it("says that a renewal fails, and why", async () => {
      const { accountId } = await seedRenewing(
        service,
        0,
        tokensNamed("a", { expires_at: new Date(now.getTime() + 6 * DAY) })
      )
      RenewingPlatform.answer = refuse({})
      await service.renewTokens()
      expect(await told()).toEqual([])
      wait(DAY)
      await service.renewTokens()
      const [notice] = await service.claimAccountNotices()
      expect(notice).toMatchObject({ account_id: accountId })
      expect(notice?.description).toContain(
        "trying to renew it since 21 November 2026. The account's token could not be renewed: Fake answered HTTP 500."
      )
    })

    it("tells that an account lost its connection, once each time", async () => {
      const { accountId } = await seedRenewing(
        service,
        0,
        tokensNamed("a", { expires_at: new Date(now.getTime() + DAY) })
      )
      RenewingPlatform.answer = refuse(DEAD_GRANT)
      await service.renewTokens()
      const [notice] = await service.claimAccountNotices()
      expect(notice).toMatchObject({
        kind: "needs_reconnect",
        title: "Fake: @fake has to be connected again",
        description: `Since 21 November 2026 nothing is synced from the Fake account @fake. ${DEAD_GRANT.message} The account is in the admin under Social > Accounts; what is stored of it stays.`,
        reason: DEAD_GRANT.message,
      })
      await service.confirmAccountNotices([notice as never])
      wait(DAY)
      expect(await told()).toEqual([])

      await giveTokens(
        service,
        accountId,
        tokensNamed("b", { expires_at: new Date(now.getTime() + DAY) })
      )
      expect(await told()).toEqual([])
      await service.renewTokens()
      expect(await told()).toEqual(["needs_reconnect 2026-11-22T12:00:00.000Z"])
    })

    it("is silent about paused and disconnected accounts", async () => {
      for (const status of ["paused", "disconnected"] as const) {
        await service.updateSocialAccounts({
          id: await seedEnding(DAY),
          status,
        })
      }
      expect(await told()).toEqual([])
    })

    it("gives each notice to one of two processes", async () => {
      for (let count = 0; count < 5; count++) {
        await kill(await seedEnding(DAY))
      }
      const claims = await Promise.all([
        service.claimAccountNotices(),
        service.claimAccountNotices(),
        service.claimAccountNotices(),
      ])
      const ids = claims.flat().map(({ account_id }) => account_id)
      expect(ids).toHaveLength(5)
      expect(new Set(ids).size).toBe(5)
    })

    it("gives a notice to another process when its sender died", async () => {
      await kill(await seedEnding(DAY))
      const [claimed] = await service.claimAccountNotices()
      wait(HOUR)
      expect(await service.claimAccountNotices()).toEqual([])
      await endLease()
      const [again] = await service.claimAccountNotices()
      // The same name: the feed knows that it has it.
      expect(again?.notice).toBe(claimed?.notice)
      await service.confirmAccountNotices([again as never])
      await endLease()
      expect(await told()).toEqual([])
    })

    it("forgets the notice of an account that was connected meanwhile", async () => {
      const id = await seedEnding(DAY)
      await kill(id)
      const [claimed] = await service.claimAccountNotices()
      await giveTokens(service, id, tokensNamed("b"))
      await service.confirmAccountNotices([claimed as never])
      wait(HOUR)
      await kill(id)
      expect(await told()).toEqual(["needs_reconnect 2026-11-21T13:00:00.000Z"])
    })
  },
  {
    clock: () => now,
    providers: [{ resolve: { services: [RenewingPlatform] }, id: "fake" }],
  }
)
