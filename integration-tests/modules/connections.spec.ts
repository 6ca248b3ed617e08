import { createHash } from "node:crypto"
import SecretBox from "../../src/modules/social-posts/services/secret-box"
import {
  away,
  FakeOAuthPlatform,
  foundAccount,
} from "../utils/fake-oauth-platform"
import { FakePlatform } from "../utils/fake-platform"
import {
  encryptionKey,
  moduleSuite,
  seedAccount,
  tableOf,
} from "../utils/module-runner"

jest.setTimeout(60000)

const ME = "user_me"
const REDIRECT = "https://shop.example.com/app/social/callback"

moduleSuite(
  ({ service, MikroOrmWrapper }) => {
    const sql = async (text: string) =>
      MikroOrmWrapper.getManager().execute(text)

    beforeEach(() => FakeOAuthPlatform.reset())

    /** Begins a connection and gives its state. */
    const begin = async (account_id?: string, actor_id = ME) => {
      await service.beginConnection({
        platform: "fake",
        redirect_uri: REDIRECT,
        account_id,
        actor_id,
      })
      return FakeOAuthPlatform.authorized.at(-1)?.state ?? ""
    }

    const complete = (state: string, change = {}) =>
      service.completeConnection({
        actor_id: ME,
        state,
        code: FakeOAuthPlatform.code,
        ...change,
      })

    const choose = async (connection_id: string, external_ids: string[]) => {
      const { accounts } = await service.takeConnection({
        connection_id,
        actor_id: ME,
        external_ids,
      })
      const ids: string[] = []
      for (const account of accounts) {
        ids.push(await service.storeAccount(account))
      }
      return ids
    }

    it("proves with a verifier that the same store asks for the tokens", async () => {
      const connection = await complete(await begin())
      const [asked] = FakeOAuthPlatform.authorized
      const [exchanged] = FakeOAuthPlatform.exchanged
      expect(exchanged).toMatchObject({
        flow: "default",
        code: FakeOAuthPlatform.code,
        redirect_uri: REDIRECT,
      })
      const challenge = createHash("sha256")
        .update(exchanged?.code_verifier ?? "")
        .digest("base64url")
      expect(asked?.code_challenge).toBe(challenge)
      expect(asked?.state).toHaveLength(43)
      expect(connection.candidates.map((one) => one.external_id)).toEqual([
        "one",
        "two",
      ])
    })

    it("keeps neither state, verifier nor tokens in the open", async () => {
      const state = await begin()
      const rows = JSON.stringify(await sql("SELECT * FROM social_connection"))
      expect(rows).not.toContain(state)
      expect(rows).toContain(ME)
      await complete(state)
      const { code_verifier } = FakeOAuthPlatform.exchanged[0] ?? {}
      const found = JSON.stringify(await sql("SELECT * FROM social_connection"))
      for (const secret of [
        state,
        code_verifier ?? "",
        FakePlatform.token,
        "fake-refresh-one",
        FakeOAuthPlatform.code,
      ]) {
        expect(secret.length).toBeGreaterThan(10)
        expect(rows + found).not.toContain(secret)
      }
      expect(found).toContain("v1:")
    })

    it("takes a state once, also when two ask at the same time", async () => {
      const state = await begin()
      const answers = await Promise.allSettled(
        Array.from({ length: 10 }, () => complete(state))
      )
      const good = answers.filter(({ status }) => status === "fulfilled")
      expect(good).toHaveLength(1)
      expect(FakeOAuthPlatform.exchanged).toHaveLength(1)
      await expect(complete(state)).rejects.toMatchObject({
        type: "invalid_data",
        message: expect.stringMatching(/used already/),
      })
    })

    it("leaves a state of another user to that user", async () => {
      const state = await begin()
      await expect(
        complete(state, { actor_id: "user_other" })
      ).rejects.toMatchObject({
        message: expect.stringMatching(/another user/),
      })
      expect((await complete(state)).candidates).toHaveLength(2)
    })

    it("takes no state that is late by the clock of the database", async () => {
      const state = await begin()
      await sql(
        "UPDATE social_connection SET expires_at = now() - interval '1 second'"
      )
      await expect(complete(state)).rejects.toMatchObject({
        message: expect.stringMatching(/ten minutes/),
      })
      expect(FakeOAuthPlatform.exchanged).toHaveLength(0)
      expect(await service.forgetConnections()).toBe(1)
      await expect(complete(state)).rejects.toMatchObject({
        message: expect.stringMatching(/used already/),
      })
    })

    it("ends with a sentence of its own when the code is not taken", async () => {
      const state = await begin()
      await expect(
        complete(state, { code: "a-wrong-secret-code" })
      ).rejects.toMatchObject({
        type: "invalid_data",
        message: "Fake does not know the code [redacted]. Start again.",
      })
      FakeOAuthPlatform.trouble = away
      await expect(complete(await begin())).rejects.toMatchObject({
        message: expect.stringMatching(/away.*start again/is),
      })
      const refusal = { error: "access_denied" }
      await expect(
        complete(await begin(), { code: undefined, refusal })
      ).rejects.toMatchObject({
        message: expect.stringMatching(/cancelled/),
      })
      expect(await tableOf(service, "social_connection")).toHaveLength(0)
      expect(await service.listSocialAccounts({})).toHaveLength(0)
    })

    it("names what is not configured and what to register", async () => {
      FakeOAuthPlatform.missing = ["client_id", "client_secret"]
      await expect(begin()).rejects.toMatchObject({
        type: "invalid_data",
        message: expect.stringMatching(
          /client_id, client_secret.*"fake".*https:\/\/shop\.example\.com\/app\/social\/callback/
        ),
      })
      await expect(begin("sacc_nobody")).rejects.toMatchObject({
        message: expect.stringMatching(/account_id "sacc_nobody"/),
      })
      expect(await tableOf(service, "social_connection")).toHaveLength(0)
    })

    it("connects several accounts at once, each with its own tokens", async () => {
      const { id } = await complete(await begin())
      const ids = await choose(id, ["two", "one"])
      const accounts = await service.listSocialAccounts({ id: ids })
      expect(accounts).toHaveLength(2)
      for (const account of accounts) {
        expect(account).toMatchObject({
          status: "active",
          connection_flow: "default",
          scopes: ["read", "comments"],
          username: `user_${account.external_id}`,
          token_expires_at: new Date("2027-01-01T00:00:00Z"),
        })
      }
      const credentials = await tableOf(service, "social_credential")
      expect(credentials).toHaveLength(2)
      expect(credentials[0]).toMatchObject({
        granted_by: "person-1",
        own_app: true,
        version: 1,
        expires_at: new Date("2027-01-01T00:00:00Z"),
      })
      await expect(service.retrieveConnection(id, ME)).rejects.toMatchObject({
        type: "not_found",
      })
    })

    it("takes a choice once, and only what was found and can be had", async () => {
      FakeOAuthPlatform.discovery.accounts.push(
        foundAccount("personal", {
          obstacle: { code: "personal_account", message: "Switch it first." },
        })
      )
      const { id, candidates } = await complete(await begin())
      expect(candidates.map(({ suggested }) => suggested)).toEqual([
        true,
        true,
        false,
      ])
      await expect(choose(id, ["one", "three"])).rejects.toMatchObject({
        message: expect.stringMatching(/"three".*Nothing was connected/),
      })
      await expect(choose(id, ["one", "personal"])).rejects.toMatchObject({
        message: expect.stringMatching(/"personal".*Switch it first/),
      })
      await expect(
        service.retrieveConnection(id, "user_other")
      ).rejects.toMatchObject({ type: "not_found" })
      const both = await Promise.allSettled([
        choose(id, ["one"]),
        choose(id, ["one"]),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual([
        "fulfilled",
        "rejected",
      ])
      expect(await service.listSocialAccounts({})).toHaveLength(1)
    })

    it("gives the choice back when it could not be carried out", async () => {
      const { id } = await complete(await begin())
      const chosen = { connection_id: id, actor_id: ME, external_ids: ["one"] }
      const { connection } = await service.takeConnection(chosen)
      // As a workflow engine hands it on.
      await service.restoreConnection(JSON.parse(JSON.stringify(connection)))
      expect(await choose(id, ["one"])).toHaveLength(1)
    })

    it("stores an account once when two people connect it at once", async () => {
      const [first, second] = await Promise.all([
        complete(await begin()),
        complete(await begin()),
      ])
      const taken = await Promise.all(
        [first, second].map((one) =>
          service.takeConnection({
            connection_id: one?.id ?? "",
            actor_id: ME,
            external_ids: ["one"],
          })
        )
      )
      const ids = await Promise.all(
        taken.flatMap(({ accounts }) =>
          accounts.map((account) => service.storeAccount(account))
        )
      )
      expect(new Set(ids).size).toBe(1)
      const [credential] = await tableOf(service, "social_credential")
      expect(credential).toMatchObject({ account_id: ids[0], version: 2 })
      // The tokens open for the row they ended up in.
      const box = new SecretBox({
        socialOptions: { encryption_key: encryptionKey } as never,
      })
      expect(box.open(credential?.access_token ?? "", ids[0] ?? "")).toBe(
        FakePlatform.token
      )
    })

    describe("connecting again", () => {
      const seed = async (externalId: string) => {
        const { accountId, postIds } = await seedAccount(service, 3, {
          externalId,
        })
        return { accountId, postIds: postIds as [string, string, string] }
      }

      it("hands the granted scopes on and ticks the account alone", async () => {
        const { accountId } = await seed("two")
        await service.updateSocialAccounts({ id: accountId, scopes: ["read"] })
        const connection = await complete(await begin(accountId))
        expect(FakeOAuthPlatform.authorized[0]?.granted).toEqual(["read"])
        expect(connection.candidates).toMatchObject([
          { external_id: "one", connected_account_id: null, suggested: false },
          {
            external_id: "two",
            connected_account_id: accountId,
            suggested: true,
          },
        ])
        expect(connection.advice).toEqual([])
      })

      it("keeps posts and history under another id of the platform", async () => {
        const { accountId } = await seed("earlier-id")
        await service.updateSocialAccounts({
          id: accountId,
          username: "USER_one",
        })
        const { id } = await complete(await begin(accountId))
        expect(await choose(id, ["one"])).toEqual([accountId])
        const account = await service.retrieveSocialAccount(accountId, {
          relations: ["posts"],
        })
        expect(account.external_id).toBe("one")
        expect(account.posts).toHaveLength(3)
      })

      it("recognises an account by its other ids without being asked", async () => {
        const { accountId } = await seed("app-scoped")
        FakeOAuthPlatform.discovery.accounts = [
          foundAccount("one", { other_ids: ["app-scoped"] }),
        ]
        const { id, candidates } = await complete(await begin())
        expect(candidates[0]?.connected_account_id).toBe(accountId)
        expect(await choose(id, ["one"])).toEqual([accountId])
      })

      it("says when somebody else signed in, and connects that one apart", async () => {
        const { accountId } = await seed("mine")
        await service.updateSocialAccounts({ id: accountId, username: "mine" })
        FakeOAuthPlatform.discovery.accounts = [foundAccount("one")]
        const { id, advice, candidates } = await complete(
          await begin(accountId)
        )
        expect(advice).toEqual([
          {
            code: "another_account",
            message:
              "You signed in as @user_one. Sign in as @mine to reconnect it, or connect @user_one as an account of its own.",
          },
        ])
        expect(candidates[0]).toMatchObject({
          suggested: false,
          connected_account_id: null,
        })
        const [other] = await choose(id, ["one"])
        expect(other).not.toBe(accountId)
      })

      it("brings the account and its failed posts back, not the app's limits", async () => {
        const { accountId, postIds } = await seed("one")
        const later = new Date(Date.now() + 86400000)
        await service.updateSocialAccounts({
          id: accountId,
          status: "needs_reconnect",
          status_reason: "The token is dead.",
          notice: "needs_reconnect",
          parked_until: later,
        })
        const [failed, good, gone] = postIds
        const due = { next_sync_at: later }
        await service.updateSocialPosts([
          { id: failed, sync_status: "failed", ...due },
          { id: good, sync_status: "success", ...due },
          { id: gone, sync_status: "failed", gone_since: later, ...due },
        ])
        const connect = async () => {
          const { id } = await complete(await begin(accountId))
          await choose(id, ["one"])
          return service.retrieveSocialAccount(accountId)
        }
        expect(await connect()).toMatchObject({
          status: "active",
          status_reason: null,
          notice: null,
          parked_until: null,
        })
        const dueNow = await service.listSocialPosts({
          next_sync_at: { $lte: new Date() },
        })
        expect(dueNow.map(({ id }) => id)).toEqual([failed])
        await service.createSocialCallBudgets({
          bucket: "app:fake",
          scope: "app",
          used: 1,
          parked_until: later,
          observed_at: new Date(),
        })
        expect(await connect()).toMatchObject({ parked_until: later })
      })

      it("counts the tokens up and takes the lease from a renewal under way", async () => {
        const { accountId } = await seed("one")
        await sql(
          `UPDATE social_credential SET version = 7, lease_by = 'x',
           lease_until = now() + interval '1 minute', renewal_error = 'x',
           renewal_failed_at = now()`
        )
        const { id } = await complete(await begin(accountId))
        await choose(id, ["one"])
        const [credential] = await tableOf(service, "social_credential")
        expect(credential).toMatchObject({
          version: 8,
          lease_by: null,
          lease_until: null,
          renewal_error: null,
          renewal_failed_at: null,
        })
      })
    })

    it("tells in plain words what was not granted or not found", async () => {
      FakeOAuthPlatform.discovery.granted_scopes = ["read"]
      const partial = await complete(await begin())
      expect(partial.missing_scopes).toEqual([
        { name: "comments", reason: "To listen.", needed_for: "comments" },
      ])
      FakeOAuthPlatform.discovery = {
        accounts: [],
        advice: [],
        granted_scopes: [],
      }
      const nothing = await complete(await begin())
      expect(nothing.advice).toMatchObject([
        { code: "missing_scope", message: expect.stringContaining("read") },
      ])
      FakeOAuthPlatform.discovery.granted_scopes = null
      const unknown = await complete(await begin())
      expect(unknown.missing_scopes).toEqual([])
      expect(unknown.advice).toMatchObject([{ code: "nothing_found" }])
    })

    it("survives texts that PostgreSQL does not take", async () => {
      const odd = foundAccount("odd")
      odd.description.display_name = "Nul\0 and half \ud83d a face"
      FakeOAuthPlatform.discovery.accounts = [odd]
      const { id } = await complete(await begin())
      const [accountId] = await choose(id, ["odd"])
      const account = await service.retrieveSocialAccount(accountId ?? "")
      expect(account.display_name).toBe("Nul and half \ufffd a face")
    })
  },
  {
    providers: [{ resolve: { services: [FakeOAuthPlatform] }, id: "fake" }],
  }
)
