import { requireRedirectUri } from "../require-redirect-uri"

const places = {
  adminCors:
    "https://shop.example.com,http://localhost:9000,/^https:\\/\\/.+\\.preview\\.example\\.com$/",
  host: "store.example.com",
}

const check = (uri: string) => () => requireRedirectUri(uri, places)

describe("requireRedirectUri", () => {
  it.each([
    "https://shop.example.com/app/social/callback",
    "https://shop.example.com/social/callback",
    "http://localhost:9000/app/social/callback",
    "https://branch-7.preview.example.com/app/social/callback",
    // The admin that the store serves itself.
    "https://store.example.com/app/social/callback",
  ])("takes %s", (uri) => {
    expect(check(uri)).not.toThrow()
  })

  it.each([
    ["nothing of an address", "social/callback", /absolute/],
    ["no host", "/app/social/callback", /absolute/],
    ["a script", "javascript:alert(1)//social/callback", /absolute/],
    [
      "http elsewhere",
      "http://shop.example.com/app/social/callback",
      /https address/,
    ],
    [
      "another site",
      "https://evil.example/app/social/callback",
      /evil\.example is not one.*adminCors/,
    ],
    [
      "another port",
      "https://shop.example.com:8443/app/social/callback",
      /:8443 is not one/,
    ],
    [
      "a site that looks like ours",
      "https://shop.example.com.evil.example/app/social/callback",
      /is not one/,
    ],
    [
      "a site that ends like ours",
      "https://a.preview.example.com.evil.example/app/social/callback",
      /is not one/,
    ],
    [
      "our name as a user name",
      "https://shop.example.com@evil.example/app/social/callback",
      /user name/,
    ],
    [
      "a password",
      "https://a:b@shop.example.com/app/social/callback",
      /user name/,
    ],
    ["another page", "https://shop.example.com/app/login", /must end with/],
    [
      "a longer path",
      "https://shop.example.com/app/social/callback/x",
      /must end with/,
    ],
    [
      "a query",
      "https://shop.example.com/app/social/callback?next=1",
      /neither a query/,
    ],
    [
      "an empty query",
      "https://shop.example.com/app/social/callback?",
      /neither a query/,
    ],
    [
      "a fragment",
      "https://shop.example.com/app/social/callback#x",
      /neither a query/,
    ],
    [
      "backslashes",
      "https://shop.example.com\\@evil.example/social/callback",
      /as a browser shows it/,
    ],
    [
      "a way back up",
      "https://shop.example.com/x/../social/callback",
      /as a browser shows it/,
    ],
    [
      "a line end",
      "https://shop.example.com/app\n/social/callback",
      /as a browser shows it/,
    ],
    [
      "capitals",
      "https://SHOP.example.com/app/social/callback",
      /as a browser shows it/,
    ],
  ])("refuses %s", (_what, uri, message) => {
    expect(check(uri)).toThrow(message)
  })
})
