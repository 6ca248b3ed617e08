import {
  bareTokens,
  NEVER_RENEWED,
  type PlatformCall,
  PlatformError,
  type PlatformErrorDetails,
  type PlatformPost,
  type PostResult,
  RENEW_LEAD_MS,
  type TokenModel,
  type TokenSet,
} from "../../src/platform-kit"
import SecretBox from "../../src/modules/social-posts/services/secret-box"
import type SocialPostsModuleService from "../../src/modules/social-posts/service"
import { socialOptionsSchema } from "../../src/modules/social-posts/types/options"
import { FakePlatform } from "./fake-platform"
import { encryptionKey, seedAccount, tableOf } from "./module-runner"

const HOUR = 3600000
export const DAY = 24 * HOUR

/** Long tokens that are renewed with themselves, a week before their end. */
export const LONG_LIVED: TokenModel = {
  ...NEVER_RENEWED,
  renewed_with: "access_token",
  renew_before_ms: RENEW_LEAD_MS,
  min_age_ms: DAY,
}

/** Short tokens whose refresh token works once. */
export const SHORT_LIVED: TokenModel = {
  ...NEVER_RENEWED,
  renewed_with: "refresh_token",
  renew_before_ms: 60000,
  on_use_only: true,
}

type Refresh = (tokens: TokenSet, now: Date) => Promise<TokenSet>

/** The fake platform with tokens that end and are renewed. */
export class RenewingPlatform extends FakePlatform {
  static model: TokenModel = LONG_LIVED
  /** Access tokens that were renewed, in order. */
  static renewed: string[] = []
  /** Access tokens that posts were read with, in order. */
  static used: string[] = []
  static answer: Refresh
  /** Happens when posts are about to be read. */
  static onUse: () => Promise<void>
  /** Access tokens that it does not take any more. */
  static refused = new Set<string>()

  static override reset() {
    FakePlatform.reset()
    RenewingPlatform.model = LONG_LIVED
    RenewingPlatform.renewed = []
    RenewingPlatform.used = []
    RenewingPlatform.answer = async (tokens, now) => successor(tokens, now)
    RenewingPlatform.onUse = async () => undefined
    RenewingPlatform.refused = new Set()
  }

  override tokenModel(): TokenModel {
    return RenewingPlatform.model
  }

  override async refresh(
    tokens: TokenSet,
    _account: unknown,
    call: { now: () => Date }
  ): Promise<TokenSet> {
    RenewingPlatform.renewed.push(tokens.access_token)
    return RenewingPlatform.answer(tokens, call.now())
  }

  protected override async *readInsights(
    call: PlatformCall,
    posts: readonly PlatformPost[]
  ): AsyncGenerator<PostResult> {
    const { account, renewToken } = call
    await RenewingPlatform.onUse()
    // As the HTTP edge of the real ones does.
    while (RenewingPlatform.refused.has(account.access_token)) {
      const next = await renewToken?.(account.access_token)
      if (!next) {
        throw new PlatformError(DEAD_TOKEN)
      }
      account.access_token = next
    }
    RenewingPlatform.used.push(account.access_token)
    yield* super.readInsights(call, posts)
  }
}

/** What a platform gives for tokens: `a-1` becomes `a-2`. */
export function successor(tokens: TokenSet, now: Date): TokenSet {
  const next = (token: string) =>
    token.replace(/\d+$/, (count) => String(Number(count) + 1))
  return {
    ...tokens,
    access_token: next(tokens.access_token),
    refresh_token: tokens.refresh_token && next(tokens.refresh_token),
    issued_at: now,
    expires_at: new Date(
      now.getTime() + (RenewingPlatform.model.on_use_only ? 2 * HOUR : 60 * DAY)
    ),
  }
}

/** A refusal to renew. */
export const refuse =
  (details: Partial<PlatformErrorDetails>): Refresh =>
  async () => {
    throw new PlatformError({
      kind: "transient",
      scope: "account",
      code: "500",
      message: "Fake answered HTTP 500.",
      ...details,
    })
  }

/** A token is refused. */
export const DEAD_TOKEN = {
  kind: "auth",
  scope: "account",
  code: "401",
  message: "Fake does not take the token any more. Reconnect the account.",
} as const

/** Only a person can help. */
export const DEAD_GRANT = {
  kind: "auth",
  code: "invalid_grant",
  message: "Fake has ended the connection. Connect the account again.",
} as const

const box = new SecretBox({
  socialOptions: socialOptionsSchema.parse({ encryption_key: encryptionKey }),
})

/** Tokens `<name>-1`, as a platform gave them. */
export const tokensNamed = (
  name: string,
  more: Partial<TokenSet> = {}
): TokenSet => ({
  ...bareTokens(`${name}-access-1`),
  refresh_token: `${name}-refresh-1`,
  own_app: true,
  ...more,
})

/** Gives an account tokens, as connecting it again does. */
export async function giveTokens(
  service: SocialPostsModuleService,
  accountId: string,
  tokens: TokenSet
): Promise<void> {
  const { external_id } = await service.retrieveSocialAccount(accountId)
  const sealed = await service.checkAccount({
    platform: "fake",
    external_id,
    access_token: FakePlatform.token,
  })
  await service.storeAccount({
    ...sealed,
    token_expires_at: tokens.expires_at?.toISOString() ?? null,
    tokens: box.sealTokens(tokens, accountId),
  })
}

/** A connected account with posts and these tokens. */
export async function seedRenewing(
  service: SocialPostsModuleService,
  posts: number,
  tokens: TokenSet
): Promise<{ accountId: string; postIds: string[] }> {
  const seeded = await seedAccount(service, posts)
  await giveTokens(service, seeded.accountId, tokens)
  return seeded
}

/** The tokens of an account, opened, and what is written beside them. */
export async function tokensOf(
  service: SocialPostsModuleService,
  account_id: string
) {
  const [row] = await tableOf(service, "social_credential").where({
    account_id,
  })
  if (!row) {
    throw new Error(`${account_id} has no tokens.`)
  }
  return { row, tokens: box.openTokens(row, account_id) }
}
