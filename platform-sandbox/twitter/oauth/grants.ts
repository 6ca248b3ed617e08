import { AuthorizationCodes } from "../../core/authorization-codes"
import { letters } from "../../core/hash"
import { DAY, TokenState, XAccount } from "../model"
import { XWorld } from "../world"
import { DialogRequest } from "./dialog-request"
import { OFFLINE } from "./scopes"

/** Lifetimes (§7); six months for a refresh token is unverified. */
const CODE_MS = 30_000
export const ACCESS_MS = 2 * 3_600_000
const REFRESH_MS = 180 * DAY

/** What a user allowed in the dialog. */
export interface Consented extends DialogRequest {
  user_id: string
}

/** All tokens that come from one consent. */
interface Family {
  user_id: string
  scopes: string[]
  dead: boolean
}

interface IssuedToken {
  family: Family
  expires_ms: number
  revoked: boolean
  /** Refresh tokens are good for one use. */
  used: boolean
  /** State somebody switched it to. */
  forced?: TokenState
}

export interface TokenPair {
  access_token: string
  /** Absent without `offline.access`. */
  refresh_token?: string
  scopes: string[]
}

/** Codes and tokens that came from the dialog; everything by the world's clock. */
export class XGrants {
  readonly codes: AuthorizationCodes<Consented>
  private readonly access_ = new Map<string, IssuedToken>()
  private readonly refresh_ = new Map<string, IssuedToken>()
  private made_ = 0

  constructor(private readonly world_: XWorld) {
    this.codes = new AuthorizationCodes({
      seed: world_.seed,
      now_ms: () => world_.now_ms(),
      lifetime_ms: CODE_MS,
      length: 91,
    })
  }

  /** First tokens of a consent. */
  open({ user_id, scopes }: Consented): TokenPair {
    return this.issue({ user_id, scopes, dead: false })
  }

  /**
   * A new pair for a refresh token, which is used up by it; nothing for one that
   * is unknown, late or revoked. Whoever sends a used one loses all tokens of
   * that consent (§7). Earlier access tokens live on until their end (assumed).
   */
  rotate(refresh_token: string): TokenPair | undefined {
    const kept = this.refresh_.get(refresh_token)
    if (!kept) {
      return undefined
    }
    if (kept.used) {
      kept.family.dead = true
    }
    if (this.stateOf(kept) !== "valid") {
      return undefined
    }
    kept.used = true
    return this.issue(kept.family)
  }

  /**
   * Takes a token back; unknown ones are as good as revoked (RFC 7009 §2.2).
   * The documentation says only that the token is invalidated. Assumed, after
   * RFC 7009 §2.1: a refresh token takes the whole family along, an access
   * token goes alone.
   */
  revoke(token: string): void {
    const refresh = this.refresh_.get(token)
    const access = this.access_.get(token)
    if (refresh) {
      refresh.family.dead = true
    }
    if (access) {
      access.revoked = true
    }
  }

  /** The user an access token speaks for, with the scopes they granted. */
  accountOf(access_token: string): XAccount | undefined {
    const kept = this.access_.get(access_token)
    const entry = kept && this.world_.person(kept.family.user_id)
    return entry
      ? {
          account: {
            ...entry.account,
            access_token,
            scopes: kept.family.scopes,
          },
          token_kind: "user",
          token_state: this.stateOf(kept),
        }
      : undefined
  }

  /**
   * Switches the tokens a user has now; later ones are valid. `expired` ends
   * access tokens before their time, `revoked` ends refresh tokens as well, as
   * when the user removes the app; `valid` undoes both.
   */
  force(user_id: string, state: TokenState): void {
    const switchAll = (tokens: Map<string, IssuedToken>, to?: TokenState) => {
      for (const token of tokens.values()) {
        if (token.family.user_id === user_id) {
          token.forced = to
        }
      }
    }
    switchAll(this.access_, state === "valid" ? undefined : state)
    switchAll(this.refresh_, state === "revoked" ? state : undefined)
  }

  private stateOf(token: IssuedToken): TokenState {
    if (token.revoked || token.family.dead) {
      return "revoked"
    }
    const late = this.world_.now_ms() >= token.expires_ms
    return token.forced ?? (late ? "expired" : "valid")
  }

  private issue(family: Family): TokenPair {
    const now = this.world_.now_ms()
    const fresh = (lifetime: number): IssuedToken => ({
      family,
      expires_ms: now + lifetime,
      revoked: false,
      used: false,
    })
    const { scopes } = family
    const access_token = this.secret("access", 91)
    this.access_.set(access_token, fresh(ACCESS_MS))
    if (!scopes.includes(OFFLINE)) {
      return { access_token, scopes }
    }
    const refresh_token = this.secret("refresh", 91)
    this.refresh_.set(refresh_token, fresh(REFRESH_MS))
    return { access_token, refresh_token, scopes }
  }

  private secret(kind: string, length: number): string {
    this.made_ += 1
    return letters(length, this.world_.seed, "oauth", kind, this.made_)
  }
}
