/**
 * An Instagram app as it is configured: its id and secret are not those of the
 * Meta app it belongs to.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/business-login
 */
export interface InstagramApp {
  client_id?: string
  client_secret?: string
  /** Address of the consent page's host. */
  dialog_url: string
  /** Address of the host that trades codes. */
  token_url: string
  /** Address of the API's host. */
  graph_url: string
  timeout_ms?: number
  retry_base_ms?: number
}

/** As shown in errors. */
export const LABEL = "Instagram"
