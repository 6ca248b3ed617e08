import { loginState } from "../login-state"

it("keeps the query where the dashboard's login looks for it", () => {
  const { from } = loginState({
    pathname: "/social/callback",
    search: "?code=1&state=2",
  })
  expect(from.pathname).toBe("/social/callback?code=1&state=2")
  expect(from.search).toBe("")
})
