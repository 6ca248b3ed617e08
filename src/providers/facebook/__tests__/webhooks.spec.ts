import { FacebookPlatform } from "../platform"

const receiver = new FacebookPlatform(
  {},
  { webhook_verify_token: "token", client_secret: "secret" }
).webhooks()

const parse = (value: object) =>
  receiver.parse(
    Buffer.from(
      JSON.stringify({
        object: "page",
        entry: [
          {
            id: "12345",
            time: 1762000000,
            changes: [{ field: "feed", value }],
          },
        ],
      })
    )
  )
const of = { account_external_id: "12345", at: new Date(1762000000000) }

describe("Facebook's webhooks", () => {
  it.each([
    ["add", "added"],
    ["edited", "edited"],
    ["remove", "removed"],
    ["hide", "hidden"],
    ["unhide", "unhidden"],
  ])("tell of comments (%s)", (verb, told) => {
    const value = {
      item: "comment",
      verb,
      post_id: "12345_2",
      comment_id: "2_9",
      from: { id: "77", name: "Jane" },
      message: "Hello",
    }
    expect(parse(value)).toEqual([
      {
        ...of,
        kind: "comment",
        platform_post_id: "12345_2",
        comment_id: "2_9",
        verb: told,
      },
    ])
  })

  it("tell of the Page's posts, not of its visitors'", () => {
    const post = { item: "photo", verb: "add", post_id: 98765 }
    const notice = { ...of, kind: "post", platform_post_id: "12345_98765" }
    expect(parse({ ...post, from: { id: 12345 } })).toEqual([
      { ...notice, verb: "added" },
    ])
    expect(parse({ ...post, from: { id: "77" } })).toEqual([])
    expect(parse({ ...post, sender_id: "77" })).toEqual([])
    expect(parse({ ...post, verb: "remove" })).toEqual([
      { ...notice, verb: "removed" },
    ])
  })

  it("leave out what nobody needs", () => {
    for (const value of [
      { item: "reaction", verb: "add", post_id: "12345_2" },
      { item: "comment", verb: "teleport", post_id: "12345_2" },
      { item: "comment", verb: "add" },
      { item: "post", verb: "remove", post_id: "nonsense" },
      {},
    ]) {
      expect(parse(value)).toEqual([])
    }
  })
})
