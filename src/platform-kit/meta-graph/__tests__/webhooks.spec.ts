import { createHmac } from "node:crypto"
import { MetaWebhookReceiver, type MetaUpdate } from "../webhooks"

const secrets = { client_secret: "shop-secret", facebook_client_secret: "meta" }

const receiver = (settings = {}) =>
  new MetaWebhookReceiver({
    object: "page",
    verify_token: "our-token",
    secrets,
    read: ({ account_external_id, at, field, value }: MetaUpdate) => [
      {
        kind: "comment",
        account_external_id,
        platform_post_id: value ? String(value.post_id) : field,
        comment_id: null,
        verb: "added",
        at,
      },
    ],
    ...settings,
  })

const signed = (body: string, secret: string) => ({
  raw: Buffer.from(body),
  query: {},
  headers: {
    "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
  },
})

describe("the handshake", () => {
  const query = {
    "hub.mode": "subscribe",
    "hub.challenge": "1158201444",
    "hub.verify_token": "our-token",
  }

  it("gives the challenge back", () => {
    expect(receiver().challenge(query)).toBe("1158201444")
  })

  it.each([
    { "hub.verify_token": "other" },
    { "hub.verify_token": undefined },
    { "hub.mode": "unsubscribe" },
    { "hub.challenge": "<script>" },
    { "hub.challenge": undefined },
  ])("refuses %p", (wrong) => {
    expect(receiver().challenge({ ...query, ...wrong })).toBeNull()
  })

  it("refuses everybody without a token of our own", () => {
    const open = receiver({ verify_token: undefined })
    const empty = { ...query, "hub.verify_token": "" }
    expect(open.challenge(empty)).toBeNull()
    expect(open.missingOptions()).toEqual(["webhook_verify_token"])
  })
})

describe("the signature", () => {
  const body = '{"object":"page","entry":[],"text":"\\u00e4"}'

  it("matches a vector made by openssl", () => {
    // printf '{"object":"page"}' | openssl dgst -sha256 -hmac meta
    const request = {
      raw: Buffer.from('{"object":"page"}'),
      query: {},
      headers: {
        "x-hub-signature-256":
          "sha256=f353d43cd64385d1c31deb271633e36de2c41e195b1dc3210b24696bf0878828",
      },
    }
    expect(receiver().isAuthentic(request)).toBe(true)
  })

  it.each(["shop-secret", "meta"])("is taken from each app (%s)", (secret) => {
    expect(receiver().isAuthentic(signed(body, secret))).toBe(true)
  })

  it("is refused from nobody's app, for other bytes, and when missing", () => {
    const ours = signed(body, "meta")
    expect(receiver().isAuthentic(signed(body, "other"))).toBe(false)
    // The same JSON in other bytes.
    const raw = Buffer.from(body.replace("\\u00e4", "ä"))
    expect(receiver().isAuthentic({ ...ours, raw })).toBe(false)
    for (const header of [undefined, "", "sha256=", "sha256=zz", "sha1=00"]) {
      const headers = { "x-hub-signature-256": header }
      expect(receiver().isAuthentic({ ...ours, headers })).toBe(false)
    }
  })

  it("cannot be made where no secret is set", () => {
    const none = receiver({ secrets: { client_secret: undefined } })
    expect(none.isAuthentic(signed(body, ""))).toBe(false)
    expect(none.missingOptions()).toEqual(["client_secret"])
  })
})

describe("the envelope", () => {
  const parse = (envelope: unknown) =>
    receiver().parse(
      Buffer.from(
        typeof envelope === "string" ? envelope : JSON.stringify(envelope)
      )
    )

  it("keeps every digit of ids that come as numbers", () => {
    const text =
      '{"object":"page","entry":[{"id":178414012345678901,"time":1762000000,"changes":[{"field":"feed","value":{"post_id":179900000000000001}}]}]}'
    expect(parse(text)).toMatchObject([
      {
        account_external_id: "178414012345678901",
        platform_post_id: "179900000000000001",
        at: new Date("2025-11-01T12:26:40Z"),
      },
    ])
  })

  it("takes changes of many accounts, and changed_fields without values", () => {
    const notices = parse({
      object: "page",
      entry: [
        { id: "1", changes: [{ field: "feed", value: { post_id: "p" } }] },
        { id: "2", time: 1, changed_fields: ["feed", "name"] },
      ],
    })
    expect(
      notices.map((notice) => [
        notice.account_external_id,
        notice.platform_post_id,
      ])
    ).toEqual([
      ["1", "p"],
      ["2", "feed"],
      ["2", "name"],
    ])
  })

  it("leaves out other objects and what nobody can read", () => {
    expect(parse({ object: "user", entry: [{ id: "1" }] })).toEqual([])
    const entry = [null, {}, { id: "1", changes: [{}, { field: "feed" }] }]
    expect(parse({ object: "page", entry })).toEqual([])
    expect(() => parse("nonsense {Jane's comment}")).toThrow(
      "The webhook's body is no JSON."
    )
    expect(() => parse([])).toThrow("no JSON object")
  })
})

describe("a signed request", () => {
  const request = (payload: object, secret = "meta", tamper = "") => {
    const encoded = Buffer.from(JSON.stringify(payload)).toString("base64url")
    const signature = createHmac("sha256", secret)
      .update(encoded)
      .digest("base64url")
    const form = new URLSearchParams({
      signed_request: `${signature}.${encoded}${tamper}`,
    })
    return { headers: {}, query: {}, raw: Buffer.from(String(form)) }
  }
  const payload = {
    algorithm: "HMAC-SHA256",
    issued_at: 1762000000,
    user_id: "218471",
  }

  it("names the person", () => {
    expect(receiver().parseSignedRequest(request(payload))).toEqual({
      person_id: "218471",
      issued_at: new Date("2025-11-01T12:26:40Z"),
    })
  })

  it.each([
    ["another secret", request(payload, "other")],
    ["other bytes", request(payload, "meta", "A")],
    ["a third part", request(payload, "meta", ".x")],
    ["another algorithm", request({ ...payload, algorithm: "none" })],
    ["nobody", request({ ...payload, user_id: undefined })],
    ["nothing", { headers: {}, query: {}, raw: Buffer.alloc(0) }],
  ])("is refused with %s", (_, wrong) => {
    expect(() => receiver().parseSignedRequest(wrong)).toThrow("signed_request")
  })
})
