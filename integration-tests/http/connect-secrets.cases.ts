import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import SecretBox from "../../src/modules/social-posts/services/secret-box"
import { connectSocialAccountsWorkflow } from "../../src/workflows"
import { answerConsent, CALLBACK, type Candidate } from "../utils/connect"
import { httpCases } from "../utils/http-suite"
import { dumpDatabase, recordLogs } from "../utils/leaks"

jest.setTimeout(120000)

const WAYS = [
  { platform: "instagram", flow: "instagram", person: /@atelier/ },
  { platform: "instagram", flow: "facebook", person: /Kontor Shop/ },
  { platform: "facebook", flow: "default", person: /Kontor/ },
  { platform: "twitter", flow: "default", person: /./ },
  { platform: "linkedin", flow: "default", person: /Mara/ },
]

export default httpCases(
  "secrets of connecting",
  ({ api, admin, container }) => {
    it("are in no row, log line, response or workflow record", async () => {
      const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const box = new SecretBox({
        socialOptions: {
          encryption_key: process.env.SOCIAL_ENCRYPTION_KEY,
        } as never,
      })
      const logs = recordLogs(container().resolve("logger"))
      const said: string[] = []
      const records: string[] = []
      const dumps: string[] = []
      const secrets = new Map<string, string>()
      const keep = (name: string, secret: string | null | undefined) => {
        if (secret) {
          secrets.set(`${name} ${secrets.size}`, secret)
        }
      }
      for (const name of [
        "SOCIAL_INSTAGRAM_CLIENT_SECRET",
        "SOCIAL_FACEBOOK_CLIENT_SECRET",
        "SOCIAL_TWITTER_CLIENT_SECRET",
        "SOCIAL_LINKEDIN_CLIENT_SECRET",
      ]) {
        keep(name, process.env[name])
      }
      const send = async (path: string, data?: unknown) => {
        const {
          status,
          headers,
          data: body,
        } = await api.request({
          ...admin(),
          method: data ? "POST" : "GET",
          url: `/admin/social-accounts/${path}`,
          data,
        })
        said.push(JSON.stringify({ status, headers, body }))
        return body
      }

      for (const { person, ...way } of WAYS) {
        const begun = await api.post(
          "/admin/social-accounts/authorize",
          { ...way, redirect_uri: CALLBACK },
          admin()
        )
        // This answer alone holds the state: it has to be carried to the platform.
        const { authorization_url } = begun.data
        keep("state", new URL(authorization_url).searchParams.get("state"))
        const [asked] = await knex("social_connection").select("*")
        if (asked.code_verifier) {
          keep("verifier", box.open(asked.code_verifier, asked.id))
        }
        dumps.push(await dumpDatabase(container()))
        const back = await answerConsent(authorization_url, { person })
        keep("code", back.code)
        const { connection } = await send("callback", back)
        await send("callback", back)
        await send(`connections/${connection.id}`)
        dumps.push(await dumpDatabase(container()))
        const chosen = connection.candidates
          .filter((one: Candidate) => one.suggested)
          .map((one: Candidate) => one.external_id)
        if (way.platform === "facebook") {
          // As any engine keeps it while it works.
          const { transaction } = await connectSocialAccountsWorkflow(
            container()
          ).run({
            input: {
              connection_id: connection.id,
              actor_id: asked.actor_id,
              external_ids: chosen,
            },
          })
          records.push(JSON.stringify(transaction))
        } else {
          await send(`connections/${connection.id}`, { external_ids: chosen })
        }
      }
      await send("")
      logs.stop()

      const credentials = await knex("social_credential").select("*")
      expect(credentials.length).toBeGreaterThanOrEqual(WAYS.length)
      for (const row of credentials) {
        for (const name of ["access_token", "refresh_token", "source_token"]) {
          keep(name, row[name] && box.open(row[name], row.account_id))
        }
      }
      const found = (name: string) =>
        [...secrets.keys()].some((key) => key.startsWith(name))
      expect(
        ["state", "code", "verifier", "refresh_token"].filter(found)
      ).toHaveLength(4)
      expect(records.join("")).toContain("v1:")

      const places = {
        responses: said.join("\n"),
        logs: logs.text(),
        records: records.join("\n"),
        database: [...dumps, await dumpDatabase(container())].join("\n"),
      }
      for (const [name, secret] of secrets) {
        for (const [place, text] of Object.entries(places)) {
          expect({ name, place, found: text.includes(secret) }).toEqual({
            name,
            place,
            found: false,
          })
        }
      }
    })
  }
)
