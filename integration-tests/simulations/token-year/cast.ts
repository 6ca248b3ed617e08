import type { ConsentingTo } from "../../utils/connect-by-consent"

/** How the person behind an account reacts to notices. */
export type Person =
  /** Connects it again two days after the first notice. */
  | "diligent"
  /** Reads nothing until it is dead, and then takes a day. */
  | "forgetful"

/** An account of the simulation. */
export interface Part {
  name: string
  /** How its tokens live, for the counts. */
  kind:
    | "instagram"
    | "instagram_facebook"
    | "page"
    | "bisu"
    | "x"
    | "x_idle"
    | "linkedin"
    | "linkedin_partner"
  connect: ConsentingTo
  external_id: string
  person: Person
  /** Options of the platform while a person connects it. */
  platforms?: Record<string, Record<string, unknown>>
  /** Whether the app may renew tokens of LinkedIn while a person connects it. */
  partner?: boolean
}

/** A configuration of the sandbox whose tokens are those of a system user. */
const SYSTEM_USER = {
  config_id: "300000000000004",
  config_token: "system_user",
}

/** Accounts of the sandbox's default world, one for each life of a token. */
export const CAST: readonly Part[] = [
  {
    name: "Instagram",
    kind: "instagram",
    connect: { platform: "instagram", flow: "instagram" },
    external_id: "17841327547049913",
    person: "diligent",
  },
  {
    name: "Instagram by Facebook",
    kind: "instagram_facebook",
    connect: { platform: "instagram", flow: "facebook" },
    external_id: "17841029479188148",
    person: "diligent",
  },
  {
    name: "Facebook Page",
    kind: "page",
    connect: { platform: "facebook" },
    external_id: "101054257498407",
    person: "diligent",
  },
  {
    name: "Facebook system user",
    kind: "bisu",
    connect: { platform: "facebook" },
    external_id: "101674009945816",
    person: "diligent",
    platforms: { facebook: SYSTEM_USER },
  },
  {
    name: "X",
    kind: "x",
    connect: { platform: "twitter", consent: { person: /harbour_goods/ } },
    external_id: "1239928169010906215",
    person: "diligent",
  },
  {
    name: "X, never read",
    kind: "x_idle",
    connect: { platform: "twitter", consent: { person: /harbour_noscope/ } },
    external_id: "1325414382692671642",
    person: "diligent",
  },
  {
    name: "LinkedIn, partner",
    kind: "linkedin_partner",
    connect: { platform: "linkedin" },
    external_id: "urn:li:organization:92916703",
    person: "diligent",
    partner: true,
  },
  {
    name: "LinkedIn",
    kind: "linkedin",
    connect: { platform: "linkedin" },
    external_id: "urn:li:organization:96727086",
    person: "forgetful",
  },
]
