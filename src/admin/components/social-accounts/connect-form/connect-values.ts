import type { SocialPlatform } from "../../../types/http"

export interface ConnectValues {
  platform: string
  /** Way through the consent page; empty where a platform has none. */
  flow: string
  settings: Record<string, string>
  external_id: string
  access_token: string
}

export const NO_VALUES: ConnectValues = {
  platform: "",
  flow: "",
  settings: {},
  external_id: "",
  access_token: "",
}

/**
 * The settings of a platform as they are before anybody chooses. Who chose a
 * way to connect before has chosen the setting of the same name with it.
 */
export const defaultSettings = (
  { settings }: Pick<SocialPlatform, "settings">,
  flow?: string
): Record<string, string> =>
  Object.fromEntries(
    settings.map(({ name, options, default: preset }) => [
      name,
      options.find(({ value }) => value === flow)?.value ?? preset ?? "",
    ])
  )
