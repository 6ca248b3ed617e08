import { setupCode } from "../consent/setup-code"

it("names each missing option with a variable of its own", () => {
  const code = setupCode("instagram", ["client_id", "facebook_client_secret"])
  expect(code).toContain("client_id: process.env.INSTAGRAM_CLIENT_ID,")
  expect(code).toContain(
    "facebook_client_secret: process.env.INSTAGRAM_FACEBOOK_CLIENT_SECRET,"
  )
})
