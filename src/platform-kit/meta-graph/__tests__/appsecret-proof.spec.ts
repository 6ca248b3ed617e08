import { withProof } from "../appsecret-proof"
import { graphEdge } from "../edge"
import { GraphClient } from "../graph-client"
import { graphVersion } from "../versions"
import { Stub } from "./stub"
import { errorOf, testCall } from "./support"

/** `printf EAAtoken | openssl dgst -sha256 -hmac secret` */
const PROOF = "61b5257ec5c5a53e992ae4d93afa0975e1f1be671788f65a476b0689ad5d5dd5"

describe("proofs of the app secret", () => {
  const stub = new Stub()
  beforeAll(() => stub.start())
  beforeEach(() => stub.reset())
  afterAll(() => stub.close())

  const own = { access_token: "EAAtoken", own_app: true }
  const graph = (proofs?: { app_secret?: string }) =>
    new GraphClient(
      graphEdge(
        "facebook",
        "Facebook",
        proofs && { ...proofs, secret_option: "the_option" }
      ),
      stub.url,
      { api_version: "v26.0", retry_base_ms: 1 }
    )
  const proofsSent = () =>
    stub.requests.map(({ query }) => query.get("appsecret_proof"))

  it("are made of the token, with the secret as key", () => {
    const app = { app_secret: "secret" }
    const url = "https://graph.example/v26.0/1"
    expect(withProof(url, own, app)).toBe(`${url}?appsecret_proof=${PROOF}`)
    expect(withProof(`${url}?fields=id`, own, app)).toBe(
      `${url}?fields=id&appsecret_proof=${PROOF}`
    )
  })

  it("travel as parameter with reads and at the top of batches", async () => {
    stub.answers = [
      { on: /^POST/, body: [{ code: 200, body: "{}" }] },
      { on: /./, body: {} },
    ]
    const client = graph({ app_secret: "secret" })
    const read = { endpoint: "GET /{id}", path: "1", params: { fields: "id" } }
    await client.get(testCall(own), read)
    await client.getInBatch(testCall(own), [read])
    expect(proofsSent()).toEqual([PROOF, PROOF])
    expect(stub.requests[1]?.form.get("batch")).not.toContain("proof")
  })

  it.each([
    ["tokens of another app", { own_app: false }, { app_secret: "secret" }],
    ["tokens of an unknown app", { own_app: undefined }, { app_secret: "s" }],
    ["an app without secret", {}, {}],
    ["a host that takes none", {}, undefined],
  ])("are not sent for %s", async (_, account, proofs) => {
    stub.answers = [{ on: /./, body: {} }]
    await graph(proofs).get(testCall({ ...own, ...account }), {
      endpoint: "GET /{id}",
      path: "1",
      params: {},
    })
    expect(proofsSent()).toEqual([null])
  })

  it.each([
    [
      "Invalid appsecret_proof provided in the API argument",
      100,
      "app",
      "appsecret_proof",
      "option the_option",
    ],
    ["Incorrect signature", 104, "app", "appsecret_proof", "the_option"],
    [
      "API calls from the server require an appsecret_proof argument",
      100,
      "account",
      "appsecret_proof_missing",
      "consent page",
    ],
  ])("refused with %s", async (message, number, scope, code, words) => {
    const error = { message, code: number, type: "GraphMethodException" }
    stub.answers = [{ on: /./, status: 400, body: { error } }]
    const thrown = await errorOf(() =>
      graph({ app_secret: "secret" }).get(testCall(own), {
        endpoint: "GET /{id}",
        path: "1",
        params: {},
      })
    )
    expect(thrown).toMatchObject({ kind: "invalid", scope, code })
    expect(thrown.message).toContain(words)
    expect(stub.requests).toHaveLength(1)
  })
})

it.each([
  ["v21.0", "2027-01-21"],
  ["v25.0", "2028-07-29"],
  ["v26.0", null],
  ["v99.0", null],
])("version %s ends on %s", (version, ends_on) => {
  expect(graphVersion(version)).toEqual({ version, ends_on })
})
