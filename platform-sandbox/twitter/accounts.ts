import { letters } from "../core/hash"
import { userId } from "./ids"
import { XAccount } from "./model"

interface AccountPlan {
  username: string
  name: string
  scopes?: string[]
  app?: boolean
  expired?: boolean
  traits?: string[]
  demo?: boolean
}

const SCOPES = ["tweet.read", "users.read", "offline.access"]

const PLANS: AccountPlan[] = [
  { username: "harbour_goods", name: "Harbour Goods", demo: true },
  {
    username: "harbour_expired",
    name: "Harbour Expired",
    expired: true,
    traits: ["expired_token"],
  },
  {
    username: "harbour_noscope",
    name: "Harbour No Scope",
    scopes: ["users.read", "offline.access"],
    traits: ["missing_scope"],
  },
  {
    username: "harbour_app",
    name: "Harbour App",
    scopes: [],
    app: true,
    traits: ["app_bearer"],
  },
]

function toAccount(seed: number, plan: AccountPlan): XAccount {
  const { username, app } = plan
  return {
    account: {
      platform: "twitter",
      external_id: userId(seed, username),
      username,
      display_name: plan.name,
      access_token: `sandbox-x-${letters(40, seed, "token", username)}`,
      settings: app ? { auth: "app" } : {},
      scopes: plan.scopes ?? SCOPES,
      demo: plan.demo ?? false,
      traits: plan.traits ?? [],
    },
    token_kind: app ? "app" : "user",
    token_state: plan.expired ? "expired" : "valid",
  }
}

export const defaultAccounts = (seed: number): XAccount[] =>
  PLANS.map((plan) => toAccount(seed, plan))

export const plainAccounts = (seed: number, count: number): XAccount[] =>
  Array.from({ length: count }, (_, i) =>
    toAccount(seed, {
      username: `shop_${i + 1}`,
      name: `Shop ${i + 1}`,
      demo: true,
    })
  )
