import axios, { type AxiosInstance } from "axios"
import type { Page } from "playwright-core"
import { storeUrl } from "./store"

interface User {
  email: string
  password: string
}

/** Another admin user, invited and accepted. */
export async function addUser(api: AxiosInstance): Promise<User> {
  const user = {
    email: `other-${Date.now()}@example.com`,
    password: "another-password",
  }
  const { data } = await api.post("/admin/invites", { email: user.email })
  const guest = axios.create({ baseURL: storeUrl() })
  const identity = await guest.post("/auth/user/emailpass/register", user)
  await guest.post(
    `/admin/invites/accept?token=${data.invite.token}`,
    { email: user.email, first_name: "Other", last_name: "User" },
    { headers: { authorization: `Bearer ${identity.data.token}` } }
  )
  return user
}

/** From now on the browser of this page is signed in as somebody else. */
export async function signInAs(page: Page, user: User): Promise<void> {
  const { request } = page.context()
  await page.context().clearCookies({ name: "connect.sid" })
  const login = await request.post(`${storeUrl()}/auth/user/emailpass`, {
    data: user,
  })
  const { token } = await login.json()
  await request.post(`${storeUrl()}/auth/session`, {
    headers: { authorization: `Bearer ${token}` },
  })
}

/** Fills the login page that is shown. */
export async function logIn(page: Page, user: User): Promise<void> {
  await page.waitForURL(/\/login/)
  await page.locator("input[name=email]").fill(user.email)
  await page.locator("input[name=password]").fill(user.password)
  await page.keyboard.press("Enter")
}
