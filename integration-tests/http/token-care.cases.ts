import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import keepSocialTokens from "../../src/jobs/keep-social-tokens"
import sendSocialAccountNotices from "../../src/jobs/send-social-account-notices"
import { SOCIAL_POSTS_MODULE } from "../../src/modules/social-posts"
import type SocialPostsModuleService from "../../src/modules/social-posts/service"
import { SocialAccountEvents } from "../../src/workflows/accounts/events"
import { sendSocialAccountNoticesWorkflow } from "../../src/workflows/accounts/workflows/send-social-account-notices"
import { connectByConsent } from "../utils/connect-by-consent"
import { accountBody, httpCases, worldAccount } from "../utils/http-suite"
import { recordLogs } from "../utils/leaks"
import { until } from "../utils/until"

export default httpCases(
  "the care for tokens",
  ({ api, container, sandbox, admin }) => {
    const socialPosts = () =>
      container().resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)

    const connect = async (platform: string, flow?: string) => {
      const [id = ""] = await connectByConsent(socialPosts(), {
        platform,
        flow,
      })
      return id
    }

    describe("POST /admin/social-accounts/:id/refresh-token", () => {
      const refresh = (id: string, config = admin()) =>
        api.post(`/admin/social-accounts/${id}/refresh-token`, {}, config)

      it("renews the token now and answers the account", async () => {
        const id = await connect("twitter")
        const before = await socialPosts().retrieveSocialAccount(id)
        const { status, data } = await refresh(id)
        expect(status).toBe(200)
        expect(data.social_account).toMatchObject({ id, status: "active" })
        expect(
          Date.parse(data.social_account.token_expires_at)
        ).toBeGreaterThan(Number(before.token_expires_at))
        expect(JSON.stringify(data)).not.toContain('_token":"v1:')
      })

      it("says why it cannot be done", async () => {
        const id = await connect("instagram", "instagram")
        const { status, data } = await refresh(id)
        expect(status).toBe(400)
        expect(data.message).toMatch(
          /Instagram renews a token only 24 hours after it was issued/
        )
      })

      it("does not renew a pasted token of X", async () => {
        const account = worldAccount(sandbox(), { platform: "twitter" })
        const { data } = await api.post(
          "/admin/social-accounts",
          accountBody(account),
          admin()
        )
        const { status, data: refusal } = await refresh(data.social_account.id)
        expect(status).toBe(400)
        expect(refusal.message).toMatch(/only with a refresh token/)
      })

      it("knows no unknown account and nobody who is not logged in", async () => {
        expect((await refresh("sacc_none")).status).toBe(404)
        const stranger = { validateStatus: () => true }
        expect((await refresh("sacc_none", stranger)).status).toBe(401)
      })
    })

    describe("notices", () => {
      const NAMES = Object.values(SocialAccountEvents)
      let events: { name: string; data: unknown }[]
      const listener = async (event: { name: string; data: unknown }) => {
        events.push({ name: event.name, data: event.data })
      }
      let listening = false
      beforeEach(() => {
        events = []
        // One store serves all tests.
        for (const name of listening ? [] : NAMES) {
          container()
            .resolve(Modules.EVENT_BUS)
            .subscribe(name, listener, { subscriberId: `test-${name}` })
        }
        listening = true
      })

      /** Events arrive on their own. */
      const heard = () =>
        until(async () => (events.length > 0 ? [...events] : null))

      const feed = async () => {
        const { data } = await api.get(
          "/admin/notifications?channel=feed&fields=*",
          admin()
        )
        return data.notifications as {
          data: { title: string; description: string }
          resource_id: string
        }[]
      }

      const kill = (id: string) =>
        socialPosts().updateSocialAccounts({
          id,
          status: "needs_reconnect",
          status_reason:
            "X has ended the connection. Connect the account again.",
        })

      const execute = (statement: string) =>
        container()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw(statement)

      const enableFeed = async (enabled: boolean) => {
        await execute(
          `UPDATE notification_provider SET is_enabled = ${enabled}`
        )
        // The module looks for its providers once and remembers them.
        const feed = container().resolve(Modules.NOTIFICATION) as unknown as {
          notificationProviderService_: { providersCache?: unknown }
        }
        feed.notificationProviderService_.providersCache = undefined
      }

      const endLeases = () =>
        execute(
          `UPDATE social_account SET notice_lease_until = now() - interval '1 s'
         WHERE notice_lease_until IS NOT NULL`
        )

      // First: the notification module remembers a provider it has used.
      it("do no harm in a store without a feed: events go out, one line is logged", async () => {
        await enableFeed(false)
        const log = recordLogs(
          container().resolve(ContainerRegistrationKeys.LOGGER)
        )
        for (const platform of ["twitter", "facebook"]) {
          await kill(await connect(platform))
          await sendSocialAccountNotices(container())
        }
        log.stop()
        await enableFeed(true)
        expect(await heard()).toHaveLength(2)
        expect(
          log.text().match(/notices do not reach the admin's feed/g)
        ).toEqual(["notices do not reach the admin's feed"])
      })

      it("say in the feed that an account lost its connection, once", async () => {
        const id = await connect("twitter")
        await kill(id)
        await Promise.all([
          sendSocialAccountNotices(container()),
          keepSocialTokens(container()),
        ])
        await sendSocialAccountNotices(container())
        const { username } = await socialPosts().retrieveSocialAccount(id)
        const notifications = await feed()
        expect(notifications).toMatchObject([
          {
            resource_id: id,
            data: {
              title: `X: @${username} has to be connected again`,
              description: expect.stringContaining(
                "X has ended the connection."
              ),
            },
          },
        ])
        expect(await heard()).toEqual([
          {
            name: "social_account.needs_reconnect",
            data: {
              id,
              platform: "twitter",
              reason: "X has ended the connection. Connect the account again.",
              reconnect_by: null,
            },
          },
        ])
      })

      it("say when it comes to that", async () => {
        const id = await connect("twitter")
        const reconnect_by = new Date(Date.now() + 6 * 86400000)
        await socialPosts().updateSocialAccounts({ id, reconnect_by })
        await sendSocialAccountNotices(container())
        expect((await feed())[0]?.data.title).toMatch(
          /^X: connect @\S+ again by/
        )
        expect(await heard()).toMatchObject([
          {
            name: "social_account.reconnect_due",
            data: { id, reconnect_by: reconnect_by.toISOString() },
          },
        ])
      })

      it("stay one each when their sender dies after it has sent them", async () => {
        await kill(await connect("twitter"))
        const notices = await socialPosts().claimAccountNotices()
        await sendSocialAccountNoticesWorkflow(container()).run({
          input: { notices },
        })
        await endLeases()
        await sendSocialAccountNotices(container())
        expect(await feed()).toHaveLength(1)
      })

      it("arrive when their sender dies before", async () => {
        await kill(await connect("twitter"))
        await socialPosts().claimAccountNotices()
        await sendSocialAccountNotices(container())
        expect(await feed()).toHaveLength(0)
        await endLeases()
        await sendSocialAccountNotices(container())
        expect(await feed()).toHaveLength(1)
        expect(await heard()).toHaveLength(1)
      })
    })
  }
)
