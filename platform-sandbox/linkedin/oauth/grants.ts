import { AuthorizationCodes } from "../../core/authorization-codes"
import { letters } from "../../core/hash"
import { DAY, LiToken, TokenState } from "../model"
import { LiWorld } from "../world"
import { DialogRequest } from "./dialog-request"

/** Lifetimes (§8). */
const CODE_MS = 30 * 60_000
const ACCESS_MS = 60 * DAY
const REFRESH_MS = 365 * DAY

/** What a member allowed in the dialog. */
export interface Consented extends DialogRequest {
  /** URN. */
  member: string
}

interface Grant {
  member: string
  scopes: string[]
  granted_ms: number
  revoked: boolean
  /** One for all refreshes, with a fixed end; only for partners. */
  refresh?: { token: string; expires_ms: number }
  /** State somebody switched the refresh token to. */
  forced?: TokenState
}

interface AccessToken {
  grant: Grant
  created_ms: number
  expires_ms: number
  forced?: TokenState
}

/** Times in milliseconds since the epoch. */
export interface IssuedTokens {
  access_token: string
  created_ms: number
  expires_ms: number
  scopes: string[]
  refresh?: { token: string; expires_ms: number }
}

export interface TokenRecord {
  scopes: string[]
  granted_ms: number
  created_ms: number
  expires_ms: number
  state: TokenState
}

const sameSet = (left: string[], right: string[]) =>
  left.length === right.length && left.every((one) => right.includes(one))

/** Codes and tokens that came from the dialog; everything by the world's clock. */
export class LiGrants {
  readonly codes: AuthorizationCodes<Consented>
  private readonly access_ = new Map<string, AccessToken>()
  private readonly grants_: Grant[] = []
  private made_ = 0

  constructor(private readonly world_: LiWorld) {
    this.codes = new AuthorizationCodes({
      seed: world_.seed,
      now_ms: () => world_.now_ms(),
      lifetime_ms: CODE_MS,
      length: 150,
    })
  }

  /**
   * First tokens of a consent. Another set of scopes than before ends all
   * earlier tokens of the member (§2); the same set leaves them alone.
   */
  open({ member, scopes }: Consented, partner: boolean): IssuedTokens {
    for (const earlier of this.of(member)) {
      earlier.revoked ||= !sameSet(earlier.scopes, scopes)
    }
    const granted_ms = this.world_.now_ms()
    const grant: Grant = { member, scopes, granted_ms, revoked: false }
    if (partner) {
      const expires_ms = granted_ms + REFRESH_MS
      grant.refresh = { token: this.secret("refresh", 480), expires_ms }
    }
    this.grants_.push(grant)
    return this.issue(grant)
  }

  /**
   * Another access token; it ends with the refresh token at the latest, which
   * stays what it is. Nothing when that one is unknown, late or revoked.
   */
  refresh(refresh_token: string): IssuedTokens | undefined {
    const grant = this.grants_.find(
      ({ refresh }) => refresh?.token === refresh_token
    )
    const alive =
      grant?.refresh &&
      !grant.revoked &&
      grant.forced === undefined &&
      this.world_.now_ms() < grant.refresh.expires_ms
    return alive ? this.issue(grant) : undefined
  }

  /** What introspection tells of an access token. */
  recordOf(access_token: string): TokenRecord | undefined {
    const kept = this.access_.get(access_token)
    if (!kept) {
      return undefined
    }
    const { grant, created_ms, expires_ms } = kept
    const { scopes, granted_ms } = grant
    const state = this.stateOf(kept)
    return { scopes, granted_ms, created_ms, expires_ms, state }
  }

  /** The token speaks for the member, on every page they have a role on. */
  tokenOf(access_token: string): LiToken | undefined {
    const kept = this.access_.get(access_token)
    const member = kept && this.world_.person(kept.grant.member)
    return member
      ? {
          owner: member.urn,
          person: member,
          scopes: kept.grant.scopes,
          pages: member.pages,
          state: this.stateOf(kept),
        }
      : undefined
  }

  /**
   * Switches the tokens a member has now; later ones are valid. `expired` ends
   * access tokens before their time, `revoked` ends refresh tokens as well, as
   * when the member removes the app; `valid` undoes both.
   */
  force(member: string, state: TokenState): void {
    for (const grant of this.of(member)) {
      grant.forced = state === "revoked" ? state : undefined
    }
    for (const token of this.access_.values()) {
      if (token.grant.member === member) {
        token.forced = state === "valid" ? undefined : state
      }
    }
  }

  private of(member: string): Grant[] {
    return this.grants_.filter((grant) => grant.member === member)
  }

  private stateOf(token: AccessToken): TokenState {
    if (token.grant.revoked) {
      return "revoked"
    }
    const late = this.world_.now_ms() >= token.expires_ms
    return token.forced ?? (late ? "expired" : "valid")
  }

  private issue(grant: Grant): IssuedTokens {
    const created_ms = this.world_.now_ms()
    const { scopes, refresh } = grant
    const end_ms = refresh?.expires_ms ?? Infinity
    const expires_ms = Math.min(created_ms + ACCESS_MS, end_ms)
    const access_token = this.secret("access", 480)
    this.access_.set(access_token, { grant, created_ms, expires_ms })
    const tokens = { access_token, created_ms, expires_ms, scopes }
    return refresh ? { ...tokens, refresh } : tokens
  }

  /** About 500 characters, as the page says of tokens. */
  private secret(kind: string, length: number): string {
    this.made_ += 1
    return letters(length, this.world_.seed, "oauth", kind, this.made_)
  }
}
