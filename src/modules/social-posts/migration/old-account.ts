import { parseJson, toId, toRecord, toText } from "../../../platform-kit"
import {
  ACCOUNT_ID_KEYS,
  COMMON_TOKEN_KEYS,
  networksOf,
  TOKEN_KEYS,
} from "./old-names"
import { type Columns, fromText, type PlatformRole } from "./old-row"

/** What the old store kept of a token. */
export type OldToken =
  { kind: "plain"; value: string } | { kind: "sealed" } | { kind: "none" }

/** A row of the old table of platforms. */
export interface OldPlatform {
  id: string
  name: string | null
  username: string | null
  networks: string[]
  config: Record<string, unknown> | null
  /** The whole configuration is sealed. */
  sealed: boolean
  external_id: string | null
}

/** @param json the row as PostgreSQL's `row_to_json` writes it */
export function readOldPlatform(
  json: string,
  columns: Columns<PlatformRole>,
  configured: readonly string[]
): OldPlatform {
  const row = toRecord(parseJson(json)) ?? {}
  const at = (role: PlatformRole) => {
    const column = columns[role]
    return column === undefined ? null : (row[column] ?? null)
  }
  const stored = fromText(at("api_config"))
  const config = toRecord(stored)
  const name = toText(at("name"))
  const names = [
    toText(at("platform")),
    toText(config?.provider) ?? toText(config?.platform),
    name,
  ]
  // The first that says something: a name can be anything a merchant likes.
  const networks =
    names
      .map((one) => networksOf(one, configured))
      .find((one) => one.length > 0) ?? []
  return {
    id: toId(at("id")) ?? "",
    name,
    username:
      (toText(at("username")) ?? toText(config?.username))?.replace(/^@/, "") ??
      null,
    networks,
    config,
    sealed:
      (stored !== null && !config) || (config !== null && isSealed(config)),
    external_id: toId(at("external_id")),
  }
}

/** The account's id on one of the platform's networks, as it was configured. */
export function externalIdOf(
  platform: OldPlatform,
  network: string
): string | null {
  const { config, networks } = platform
  for (const key of ACCOUNT_ID_KEYS[network] ?? []) {
    const id = toId(config?.[key]) ?? toId(toRecord(config?.metadata)?.[key])
    if (id) {
      return id
    }
  }
  // What does not name its network is only clear where there is one.
  return networks.length === 1
    ? (platform.external_id ??
        toId(config?.external_id) ??
        toId(config?.account_id))
    : null
}

/** The token for one of the platform's networks. Sealed ones are not guessed at. */
export function tokenOf(platform: OldPlatform, network: string): OldToken {
  const { config } = platform
  if (platform.sealed) {
    return { kind: "sealed" }
  }
  const own = toRecord(config?.[network])
  const places = [
    ...COMMON_TOKEN_KEYS.map((key) => own?.[key]),
    ...[...(TOKEN_KEYS[network] ?? []), ...COMMON_TOKEN_KEYS].flatMap((key) => [
      config?.[key],
      config?.[`${key}_encrypted`],
    ]),
  ]
  const found = places.find(
    (one) => one !== undefined && one !== null && one !== ""
  )
  if (found === undefined) {
    return { kind: "none" }
  }
  return typeof found === "string" && !looksSealed(found)
    ? { kind: "plain", value: found }
    : { kind: "sealed" }
}

/** `{ iv, tag, … }`, `{ encrypted: "…" }`: no platform answers that. */
const isSealed = (config: Record<string, unknown>) =>
  ["iv", "ciphertext", "encrypted", "encrypted_data", "authTag"].some(
    (key) => key in config
  )

/** JSON, `enc:…`, or parts between colons, as ciphers are written. */
const looksSealed = (text: string) =>
  /^\s*\{|^(?:enc|encrypted|vault|v\d+|aes[\w-]*)[:$]|^[0-9a-f]{16,}:[0-9a-f]+/i.test(
    text
  )
