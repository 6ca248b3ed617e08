import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"

export interface EncryptionKey {
  /** Names the key inside sealed texts, so that keys can be replaced. */
  id: string
  bytes: Buffer
}

const HOW_TO =
  'Set SOCIAL_ENCRYPTION_KEY (the module\'s option "encryption_key") to 32 random bytes in base64, for example from "openssl rand -base64 32".'

/**
 * Reads a key from its option.
 * @throws MedusaError saying what is wrong and how to make a key
 */
export function parseEncryptionKey(
  value: string | undefined,
  option = "encryption_key"
): EncryptionKey {
  if (!value) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Social insights cannot start: the ${option} is missing, so tokens could not be stored safely. ${HOW_TO}`
    )
  }
  const bytes = Buffer.from(value, "base64")
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(value.trim())
  if (!isBase64 || bytes.length !== 32) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Social insights cannot start: the ${option} is malformed (it must be base64 of exactly 32 bytes). ${HOW_TO}`
    )
  }
  const id = createHash("sha256").update(bytes).digest("hex").slice(0, 8)
  return { id, bytes }
}
