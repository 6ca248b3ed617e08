import { letters } from "../../core/hash"
import { SandboxEnvironment } from "../../core/types"
import { DAY, HOUR } from "../time"
import { TokenRecord, TokenRegistry } from "../tokens"
import type { Grant } from "./codes"

/** Lifetimes of meta-common §3, in milliseconds; "hours" is taken as two. */
const SHORT_USER = 2 * HOUR
const SHORT_INSTAGRAM = HOUR
const LONG = 5_183_944_000

/** The Page facts a Page token is made of. */
export interface MintedPage {
  id: string
  instagram_id?: string
}

/**
 * Makes the tokens and codes of OAuth. Every one is a new string, and the same
 * seed and order of calls give the same strings.
 */
export class TokenMint {
  private made = 0

  constructor(
    private readonly environment: SandboxEnvironment,
    private readonly tokens: TokenRegistry
  ) {}

  code(): string {
    return this.text("AQ", 180)
  }

  /** Facebook user token, short-lived. */
  user(grant: Grant): TokenRecord {
    const { person } = grant
    const now = this.now()
    return this.tokens.add({
      ...this.base(grant),
      token: this.text("EAA", 170),
      family: "USER",
      account_id: "",
      platform: "facebook",
      user_id: person.user_id,
      expires_at: now + SHORT_USER,
      short: true,
    })
  }

  /** Business integration system user token: never expires, unless it was set to. */
  systemUser(grant: Grant): TokenRecord {
    return this.tokens.add({
      ...this.base(grant),
      token: this.text("EAA", 170),
      family: "SYSTEM_USER",
      account_id: "",
      platform: "facebook",
      user_id: grant.person.system_user_id ?? "",
      expires_at: grant.ends ? this.now() + 60 * DAY : 0,
    })
  }

  /**
   * Long-lived user token. One made from a long-lived token ends with it: only
   * a new login renews (meta-common §3).
   */
  longUser(from: TokenRecord): TokenRecord {
    const now = this.now()
    return this.tokens.add({
      ...this.successor(from),
      token: this.text("EAA", 170),
      expires_at: from.short ? now + LONG : from.expires_at,
    })
  }

  /**
   * Page token of a user or system user token. It ends with a short-lived user
   * token, and with a system user's that has an end (assumed); it has none
   * otherwise. The same token gets the same answer again.
   */
  page(from: TokenRecord, page: MintedPage): TokenRecord {
    const ends = from.short || from.family === "SYSTEM_USER"
    const { seed } = this.environment
    const token = `EAA${letters(170, seed, "page", from.token, page.id)}`
    const linked = page.instagram_id
    return (
      this.tokens.find(token) ??
      this.tokens.add({
        ...this.successor(from),
        token,
        family: "PAGE",
        account_id: page.id,
        platform: "facebook",
        expires_at: ends ? from.expires_at : 0,
        ig_ids: new Set(linked && from.ig_ids.has(linked) ? [linked] : []),
        page_ids: new Set([page.id]),
      })
    )
  }

  /** Instagram user token, short-lived. */
  instagram(grant: Grant): TokenRecord {
    return this.tokens.add({
      ...this.base(grant),
      token: this.text("IGQ", 160),
      family: "IG",
      account_id: grant.person.id,
      platform: "instagram",
      user_id: grant.person.user_id,
      expires_at: this.now() + SHORT_INSTAGRAM,
      short: true,
    })
  }

  /** Long-lived Instagram token, by exchange or by refresh: sixty days from now. */
  longInstagram(from: TokenRecord): TokenRecord {
    return this.tokens.add({
      ...this.successor(from),
      token: this.text("IGAA", 160),
      expires_at: this.now() + LONG,
    })
  }

  private base({ person, scopes, declined }: Grant) {
    const now = this.now()
    return {
      scopes: new Set(scopes),
      declined,
      state: "valid" as const,
      issued_at: now,
      data_access_until: now + 90 * DAY,
      ig_ids: new Set(person.ig_ids),
      page_ids: new Set(person.page_ids),
      by_oauth: true,
    }
  }

  /** The same consent in another token; it never gains a scope. */
  private successor(from: TokenRecord): TokenRecord {
    return {
      ...from,
      scopes: new Set(from.scopes),
      ig_ids: new Set(from.ig_ids),
      page_ids: new Set(from.page_ids),
      issued_at: this.now(),
      short: false,
      by_oauth: true,
    }
  }

  private text(prefix: string, length: number): string {
    this.made += 1
    const { seed } = this.environment
    return prefix + letters(length, seed, "oauth", prefix, this.made)
  }

  private now(): number {
    return this.environment.now().getTime()
  }
}
