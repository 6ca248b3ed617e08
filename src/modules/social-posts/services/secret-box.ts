import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { PlatformError, type TokenSet } from "../../../platform-kit"
import type { SealedTokens, StoredTokens } from "../types/accounts"
import type { ResolvedSocialOptions } from "../types/options"
import { type EncryptionKey, parseEncryptionKey } from "../utils/encryption-key"

const VERSION = "v1"

/**
 * The only code that sees plain tokens. AES-256-GCM; the text is bound to its
 * account, so that a sealed token moved to another row does not open. Format:
 * `v1:<key id>:<iv>:<tag>:<text>`, base64url.
 */
export default class SecretBox {
  private readonly current_: EncryptionKey
  private readonly keys_: Map<string, EncryptionKey>

  constructor({ socialOptions }: { socialOptions: ResolvedSocialOptions }) {
    this.current_ = parseEncryptionKey(socialOptions.encryption_key)
    const previous = socialOptions.previous_encryption_keys ?? []
    this.keys_ = new Map(
      [this.current_, ...previous.map((key) => parseEncryptionKey(key))].map(
        (key) => [key.id, key]
      )
    )
  }

  /** Seals a token for an account. */
  seal(plain: string, accountId: string): string {
    const iv = randomBytes(12)
    const cipher = createCipheriv("aes-256-gcm", this.current_.bytes, iv)
    cipher.setAAD(boundTo(accountId))
    const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()])
    const parts = [iv, cipher.getAuthTag(), text].map((part) =>
      part.toString("base64url")
    )
    return [VERSION, this.current_.id, ...parts].join(":")
  }

  /**
   * Opens a sealed token of an account.
   * @throws PlatformError `invalid` when the key is gone or the text was
   *   changed: the operator can help, and the account is none the worse for it
   */
  open(sealed: string, accountId: string): string {
    const [version, keyId, iv, tag, text] = sealed.split(":")
    const key = this.keys_.get(keyId ?? "")
    if (version !== VERSION || !key || !iv || !tag || text === undefined) {
      throw cannotOpen(
        "it was sealed with an encryption key that is not configured"
      )
    }
    try {
      const decipher = createDecipheriv("aes-256-gcm", key.bytes, decode(iv), {
        authTagLength: 16,
      })
      decipher.setAAD(boundTo(accountId))
      decipher.setAuthTag(decode(tag))
      const plain = [decipher.update(decode(text)), decipher.final()]
      return Buffer.concat(plain).toString("utf8")
    } catch {
      // The cause is left out on purpose: it could only describe the secret.
      throw cannotOpen("it does not belong to this account or was changed")
    }
  }

  /** Seals every secret of an account's tokens. */
  sealTokens(tokens: TokenSet, accountId: string): SealedTokens {
    const seal = (plain: string | null) =>
      plain === null ? null : this.seal(plain, accountId)
    const time = (date: Date | null) => date?.toISOString() ?? null
    return {
      access_token: this.seal(tokens.access_token, accountId),
      refresh_token: seal(tokens.refresh_token),
      source_token: seal(tokens.source_token),
      issued_at: time(tokens.issued_at),
      expires_at: time(tokens.expires_at),
      refresh_expires_at: time(tokens.refresh_expires_at),
      source_expires_at: time(tokens.source_expires_at),
      data_access_expires_at: time(tokens.data_access_expires_at),
      granted_by: tokens.granted_by,
      own_app: tokens.own_app,
    }
  }

  /** @throws PlatformError when a key is gone or a text was changed */
  openTokens(sealed: SealedTokens | StoredTokens, accountId: string): TokenSet {
    const open = (text: string | null) =>
      text === null ? null : this.open(text, accountId)
    const time = (at: string | Date | null) =>
      at === null ? null : new Date(at)
    return {
      access_token: this.open(sealed.access_token, accountId),
      refresh_token: open(sealed.refresh_token),
      source_token: open(sealed.source_token),
      issued_at: time(sealed.issued_at),
      expires_at: time(sealed.expires_at),
      refresh_expires_at: time(sealed.refresh_expires_at),
      source_expires_at: time(sealed.source_expires_at),
      data_access_expires_at: time(sealed.data_access_expires_at),
      granted_by: sealed.granted_by,
      own_app: sealed.own_app,
    }
  }

  /** Id of the key that seals, as it is in sealed texts. */
  currentKey(): string {
    return this.current_.id
  }

  /** Ids of all keys that open. */
  knownKeys(): string[] {
    return [...this.keys_.keys()]
  }

  /** Whether a sealed token still uses a previous key. */
  isOutdated(sealed: string): boolean {
    return sealed.split(":")[1] !== this.current_.id
  }
}

const boundTo = (accountId: string) =>
  Buffer.from(`social_account:${accountId}`, "utf8")

const decode = (part: string) => Buffer.from(part, "base64url")

/**
 * Never `auth`: a key that is missing is put right by the operator, and then
 * every account goes on as before.
 */
function cannotOpen(why: string): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "account",
    code: "token_cannot_be_opened",
    message: `The stored token cannot be opened: ${why}. Add the key it was sealed with to "previous_encryption_keys" and restart the store; if that key is lost, connect the account again.`,
  })
}
