import type { SocialPlatform } from "../../../types/http"

export interface ConnectValues {
  platform: string
  settings: Record<string, string>
  external_id: string
  access_token: string
}

export const NO_VALUES: ConnectValues = {
  platform: "",
  settings: {},
  external_id: "",
  access_token: "",
}

/** The settings of a platform as they are before anybody chooses. */
export const defaultSettings = ({
  settings,
}: Pick<SocialPlatform, "settings">): Record<string, string> =>
  Object.fromEntries(
    settings.map(({ name, default: preset }) => [name, preset ?? ""])
  )
