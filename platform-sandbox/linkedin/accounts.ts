import { digits, letters } from "../core/hash"
import { LiAccount, PageRole, TokenState } from "./model"
import { memberUrn } from "./people"

interface AccountPlan {
  name: string
  username: string
  kind: "organization" | "member"
  scopes?: string[]
  role?: PageRole
  token?: TokenState
  traits?: string[]
  demo?: boolean
}

/** Scopes (§2). The full set, because a changed set kills earlier tokens. */
const ORGANISATION_SCOPES = [
  "openid",
  "profile",
  "r_organization_social",
  "rw_organization_admin",
  "r_organization_social_feed",
]

const MEMBER_SCOPES = [
  "openid",
  "profile",
  "w_member_social",
  "r_member_postAnalytics",
  "r_member_profileAnalytics",
]

const PLANS: AccountPlan[] = [
  {
    name: "Harbour Goods",
    username: "harbour-goods",
    kind: "organization",
    demo: true,
  },
  { name: "Mara Lindt", username: "mara-lindt", kind: "member", demo: true },
  {
    name: "Harbour Revoked",
    username: "harbour-revoked",
    kind: "organization",
    token: "revoked",
    traits: ["revoked_token"],
  },
  {
    name: "Harbour Guest",
    username: "harbour-guest",
    kind: "organization",
    role: "NONE",
    traits: ["not_administrator"],
  },
  {
    name: "Harbour Quiet",
    username: "harbour-quiet",
    kind: "organization",
    scopes: ORGANISATION_SCOPES.slice(0, 4),
    traits: ["no_social_feed_scope"],
  },
]

function toAccount(seed: number, plan: AccountPlan): LiAccount {
  const { kind, username } = plan
  const usual = kind === "organization" ? ORGANISATION_SCOPES : MEMBER_SCOPES
  const external_id =
    kind === "organization"
      ? `urn:li:organization:9${digits(7, seed, "organization", username)}`
      : memberUrn(seed, username)
  return {
    account: {
      platform: "linkedin",
      external_id,
      username,
      display_name: plan.name,
      access_token: `sandbox-li-${letters(60, seed, "token", username)}`,
      settings: { kind },
      scopes: plan.scopes ?? usual,
      demo: plan.demo ?? false,
      traits: plan.traits ?? [],
    },
    kind,
    role: plan.role ?? "ADMINISTRATOR",
    token_state: plan.token ?? "valid",
  }
}

export const defaultAccounts = (seed: number): LiAccount[] =>
  PLANS.map((plan) => toAccount(seed, plan))

export const plainAccounts = (seed: number, count: number): LiAccount[] =>
  Array.from({ length: count }, (_, i) =>
    toAccount(seed, {
      name: `Company ${i + 1}`,
      username: `company-${i + 1}`,
      kind: "organization",
      demo: true,
    })
  )
