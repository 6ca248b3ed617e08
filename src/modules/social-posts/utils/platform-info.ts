import type { PlatformProfile } from "../../../platform-kit"

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
  settings: NonNullable<PlatformProfile["settings"]>
}

export function toPlatformInfo(profile: PlatformProfile): PlatformInfo {
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
    settings: profile.settings ?? [],
  }
}
