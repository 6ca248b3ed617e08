import { SandboxEnvironment, WorldAccount } from "../core/types"
import { WorldOptions, WorldPost } from "../core/types"
import { LinkedAccount } from "../facebook/page-node"
import { captionOf } from "../meta/captions"
import { GraphObject, NodeSource } from "../meta/graph"
import { Publication } from "../meta/publish"
import { renderNode } from "../meta/render"
import { DAY } from "../meta/time"
import { TokenRegistry, TokenState } from "../meta/tokens"
import { authoriseAccount, authoriseMedia } from "./access"
import { accountType } from "./account-node"
import { childType, findChild, permalinkOf } from "./children"
import { commentType, findComment } from "./comment-node"
import { mediaType } from "./media-node"
import { numbersOf, slices } from "./metrics"
import { InstagramAccount, InstagramMedia } from "./model"
import { accountSeeds, buildAccount, buildMedia } from "./seed"

export interface InstagramWorld extends NodeSource {
  accounts(): WorldAccount[]
  posts(): WorldPost[]
  truth(id: string): Record<string, unknown> | null
  businessOf(account_id: string): string
  /** The account as a field of the Page it is linked to. */
  linked: LinkedAccount
  /** Accounts that are opened through this login. */
  ofLogin(login: InstagramAccount["login"]): InstagramAccount[]
  /** Media of an account, newest first. */
  mediaOf(account_id: string): InstagramMedia[]
  stories(): WorldPost[]
  /** Publishes on an account; false when there is none of that id. */
  publish(account_id: string, publication: Publication): boolean
}

const SCOPES = {
  instagram: [
    "instagram_business_basic",
    "instagram_business_manage_insights",
    "instagram_business_manage_comments",
  ],
  facebook: [
    "instagram_basic",
    "instagram_manage_insights",
    "instagram_manage_comments",
    "pages_show_list",
    "pages_read_engagement",
    "pages_read_user_content",
    "read_insights",
    "business_management",
  ],
}

const STATES: Record<string, TokenState> = {
  expired_token: "expired",
  revoked_token: "revoked",
  password_changed: "password_changed",
}

const MISSING: Record<string, string> = {
  no_comments_permission: "instagram_business_manage_comments",
  no_insights_permission: "instagram_business_manage_insights",
}

function register(
  account: InstagramAccount,
  tokens: TokenRegistry,
  start: number
): void {
  const [trait = ""] = account.traits
  tokens.add({
    token: account.token,
    family: account.login === "instagram" ? "IG" : "USER",
    account_id: account.id,
    platform: "instagram",
    user_id: account.user_id,
    scopes: new Set(
      SCOPES[account.login].filter((scope) => scope !== MISSING[trait])
    ),
    state: STATES[trait] ?? "valid",
    // Two days old, so that it may be refreshed; sixty days of life in all.
    issued_at: start - 2 * DAY,
    expires_at: trait === "expired_token" ? start - DAY : start + 58 * DAY,
    ig_ids: new Set([account.id]),
    page_ids: new Set(),
  })
}

export default function buildInstagram(
  environment: SandboxEnvironment,
  options: WorldOptions,
  start: number,
  tokens: TokenRegistry
): InstagramWorld {
  const { seed } = environment
  const accounts = new Map<string, InstagramAccount>()
  const media: InstagramMedia[] = []
  const by_id = new Map<string, InstagramMedia>()

  const add = (account: InstagramAccount, own: InstagramMedia[]) => {
    account.media = [...account.media, ...own].sort(
      (a, b) => b.posted - a.posted
    )
    for (const item of own) {
      media.push(item)
      by_id.set(item.id, item)
    }
  }

  for (const from of accountSeeds(options)) {
    const account = buildAccount(seed, from)
    accounts.set(account.id, account)
    if (account.type !== "Personal") {
      register(account, tokens, start)
    }
    add(account, buildMedia(seed, account, from.plan, start, media.length))
  }

  const object = (
    id: string,
    type: GraphObject["type"],
    value: unknown,
    account: InstagramAccount,
    authorise: GraphObject["authorise"]
  ): GraphObject => ({
    id,
    type,
    value,
    platform: "instagram",
    account_id: account.id,
    authorise,
  })

  const find = (id: string): GraphObject | undefined => {
    const item = by_id.get(id)
    if (item) {
      return object(id, mediaType, item, item.account, (context) =>
        authoriseMedia(item, context)
      )
    }
    const account = accounts.get(id)
    if (account) {
      return object(id, accountType, account, account, (context) =>
        authoriseAccount(account.id, id, context)
      )
    }
    const now = environment.now().getTime()
    const at = (index: number) => media[index]
    const comment = findComment(id, seed, now, at)
    if (comment) {
      return object(
        id,
        commentType,
        comment,
        comment.media.account,
        (context) => authoriseMedia(comment.media, context)
      )
    }
    const child = findChild(id, at)
    return child
      ? object(id, childType, child, child.media.account, (context) =>
          authoriseMedia(child.media, context)
        )
      : undefined
  }

  const worldPost = (item: InstagramMedia): WorldPost => ({
    platform: "instagram",
    account_external_id: item.account.id,
    platform_post_id: item.id,
    media_type: item.media_type,
    media_product_type: item.product,
    caption: item.product === "STORY" ? "" : captionOf(seed, item.id),
    permalink: permalinkOf(seed, item),
    posted_at: new Date(item.posted).toISOString(),
    traits: item.traits,
  })

  return {
    find,
    businessOf: (id) => accounts.get(id)?.business_id ?? id,
    linked: (id, fields, context) => {
      const account = accounts.get(id)
      return account && renderNode(accountType, account, fields, context)
    },
    ofLogin: (login) =>
      [...accounts.values()].filter((account) => account.login === login),
    accounts: () =>
      [...accounts.values()]
        .filter(({ type }) => type !== "Personal")
        .map((account) => ({
          platform: "instagram",
          external_id: account.id,
          username: account.username,
          display_name: account.name,
          access_token: account.token,
          settings: { login: account.login },
          scopes: [...(tokens.find(account.token)?.scopes ?? [])],
          demo: account.demo,
          traits: account.traits,
        })),
    mediaOf: (id) => accounts.get(id)?.media ?? [],
    posts: () => media.map(worldPost),
    stories: () =>
      media.filter(({ product }) => product === "STORY").map(worldPost),
    publish: (account_id, { kind, posted }) => {
      const account = accounts.get(account_id)
      if (!account) {
        return false
      }
      const plan = [{ kind, traits: [], age_ms: start - posted }]
      add(account, buildMedia(seed, account, plan, start, media.length))
      return true
    },
    truth: (id) => {
      const item = by_id.get(id)
      if (!item) {
        return null
      }
      const numbers = numbersOf(seed, item, environment.now().getTime())
      return {
        ...numbers,
        like_count: numbers.likes,
        comments_count: numbers.comments,
        navigation_breakdown: slices("navigation", numbers.navigation ?? 0),
      }
    },
  }
}
