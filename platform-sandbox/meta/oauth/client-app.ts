/** An app as its developer registered it; Meta keeps one id per product (meta-common §2). */
export interface ClientApp {
  id: string
  secret: string
  name: string
  /** Addresses a dialog may return to; null: any web address. */
  redirect_uris: string[] | null
}

export const META_APP_ID = "100000000000001"
export const INSTAGRAM_APP_ID = "200000000000002"

export const metaApp = (): ClientApp => ({
  id: META_APP_ID,
  secret: "sandbox-app-secret",
  name: "Sandbox",
  redirect_uris: null,
})

export const instagramApp = (): ClientApp => ({
  id: INSTAGRAM_APP_ID,
  secret: "sandbox-instagram-secret",
  name: "Sandbox",
  redirect_uris: null,
})
