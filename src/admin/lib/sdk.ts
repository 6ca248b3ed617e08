import Medusa from "@medusajs/js-sdk"

const BACKEND = __BACKEND_URL__ ?? "/"
const AUTH = __AUTH_TYPE__ ?? "session"

/** Built as the dashboard builds its own, so that cookie and JWT logins both work. */
export const sdk = new Medusa({
  baseUrl: BACKEND,
  auth: {
    type: AUTH,
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})

/** Whether the browser itself sends who one is, as links need it. */
export const hasSessionCookie = AUTH === "session"

/** The backend's address in full. */
export const backendUrl = (): string =>
  new URL(BACKEND, window.location.origin).toString()
