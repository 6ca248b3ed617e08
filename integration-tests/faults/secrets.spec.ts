import {
  accountBody,
  httpCases,
  httpSuite,
  postBody,
} from "../utils/http-suite"
import { dumpDatabase, recordLogs } from "../utils/leaks"

jest.setTimeout(300000)

httpSuite([
  httpCases("secrets", ({ api, container, sandbox, admin }) => {
    it("are in no row, no log line and no response of a full run", async () => {
      const logs = recordLogs(container().resolve("logger"))
      const responses: string[] = []
      const send = async (
        method: "GET" | "POST",
        url: string,
        data?: unknown
      ) => {
        const response = await api.request({ ...admin(), method, url, data })
        const { status, headers, data: body } = response
        responses.push(JSON.stringify({ status, headers, body }))
        return body
      }

      // Every account of the world: good, dead and half-blind tokens.
      const accounts = sandbox().world.accounts()
      const posts = sandbox().world.posts()
      const connected = new Map<string, string>()
      for (const account of accounts) {
        const body = await send(
          "POST",
          "/admin/social-accounts",
          accountBody(account)
        )
        if (body.social_account) {
          connected.set(account.external_id, body.social_account.id)
        }
      }
      expect(connected.size).toBeGreaterThan(4)
      let created = 0
      for (const post of posts) {
        const accountId = connected.get(post.account_external_id)
        if (accountId) {
          await send("POST", "/admin/social-posts", {
            ...postBody(accountId, post),
            status: "posted",
          })
          created++
        }
      }

      // Some tokens die on the way, as they do.
      const [first] = accounts
      sandbox()
        .world.named(first?.platform ?? "")
        ?.set({
          platform: first?.platform,
          account: first?.external_id,
          token: "expired",
        })
      const summary = await send(
        "POST",
        "/admin/social-posts/sync-all-insights?limit=1000&force=true"
      )
      expect(summary.total).toBe(created)
      expect(summary.success).toBeGreaterThan(100)
      const { social_posts: some } = await send(
        "GET",
        "/admin/social-posts?limit=100"
      )
      for (const { id } of some.slice(0, 10)) {
        await send("POST", `/admin/social-posts/${id}/sync-insights`, {
          force: true,
        })
        await send("GET", `/admin/social-posts/${id}`)
        await send("GET", `/admin/social-posts/${id}/comments`)
        await send("GET", `/admin/social-posts/${id}/timeline`)
      }
      const { social_accounts } = await send("GET", "/admin/social-accounts")
      for (const { id } of social_accounts) {
        await send("GET", `/admin/social-accounts/${id}`)
      }
      await send("GET", "/admin/social-sync-runs?limit=100")
      logs.stop()

      const dump = await dumpDatabase(container())
      const places = {
        database: dump,
        logs: logs.text(),
        responses: responses.join("\n"),
      }
      // The search can find something: the accounts themselves are everywhere.
      const known = social_accounts[0].external_id
      expect(places.database).toContain(known)
      expect(places.responses).toContain(known)
      expect(places.logs).toContain("Reconnect the account")
      for (const { access_token, traits, platform } of accounts) {
        for (const [place, text] of Object.entries(places)) {
          // A piece of it, so that a token that was cut off is found too.
          const found = text.includes(access_token.slice(12, 36))
          expect({ platform, traits, place, found }).toEqual({
            platform,
            traits,
            place,
            found: false,
          })
        }
      }
    })
  }),
])
