import { PlatformError } from "../../platform-kit"

const MEDIA_ID = /^\d{15,20}$/

/**
 * Checks a media id. The API knows posts by their numeric id only; the short
 * code in an address cannot be turned into one.
 *
 * @throws PlatformError `invalid`
 */
export function parseMediaId(input: string): string {
  const id = input.trim()
  if (MEDIA_ID.test(id)) {
    return id
  }
  throw new PlatformError({
    kind: "invalid",
    scope: "post",
    code: "invalid_post_id",
    message:
      'Instagram posts are known by their numeric media id (15 to 20 digits, e.g. "17900000000000001"). An address or its short code does not work.',
  })
}
