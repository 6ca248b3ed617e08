import type {
  AbstractSocialPlatform,
  ApiVersion,
  ConnectionFlow,
  PlatformProfile,
} from "../../../platform-kit"

/** A way to connect as callers see it. */
export interface ConnectionFlowInfo extends ConnectionFlow {
  /** No option is missing. */
  ready: boolean
}

/** A platform as callers outside the module see it: what a form needs. */
export interface PlatformInfo extends Pick<
  PlatformProfile,
  | "identifier"
  | "label"
  | "aliases"
  | "abilities"
  | "scopes"
  | "retention"
  | "token_help"
> {
  /** `null` when the platform says nothing. */
  external_id_help: string | null
  post_id_help: string | null
  app_setup: PlatformProfile["app_setup"] | null
  settings: NonNullable<PlatformProfile["settings"]>
  /** Ways through the platform's consent page; none when there are none. */
  connection_flows: ConnectionFlowInfo[]
  /** `null` when the platform's API has no versions. */
  api_version: ApiVersion | null
}

export function toPlatformInfo(platform: AbstractSocialPlatform): PlatformInfo {
  const { profile } = platform
  return {
    identifier: profile.identifier,
    label: profile.label,
    aliases: profile.aliases,
    abilities: profile.abilities,
    scopes: profile.scopes,
    retention: profile.retention,
    token_help: profile.token_help,
    external_id_help: profile.external_id_help ?? null,
    post_id_help: profile.post_id_help ?? null,
    app_setup: profile.app_setup ?? null,
    settings: profile.settings ?? [],
    connection_flows: platform.connectionFlows().map((flow) => ({
      ...flow,
      ready: flow.missing_options.length === 0,
    })),
    api_version: platform.apiVersion(),
  }
}
