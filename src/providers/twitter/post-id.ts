import { PlatformError } from "../../platform-kit"

const POST_ID = /^\d{1,19}$/
const IN_PATH = /\/status(?:es)?\/(\d{1,19})(?:\/|$)/

/** Decimal strings of up to 19 digits; never numbers, which would be rounded. */
export function isPostId(text: string): boolean {
  return POST_ID.test(text)
}

/** @throws PlatformError `invalid` saying what an id looks like */
export function parsePostId(input: string): string {
  const id = input.trim()
  if (!isPostId(id)) {
    throw notAPostId(id)
  }
  return id
}

export function notAPostId(id: string): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "post",
    code: "invalid_post_id",
    message: `"${id.slice(0, 60)}" is not the id of an X post. Enter the number at the end of the post's address (1 to 19 digits).`,
  })
}

/** The number in `…/<user>/status/<id>`; `null` when the address has none. */
export function postIdFromUrl(url: string): string | null {
  if (!URL.canParse(url)) {
    return null
  }
  return IN_PATH.exec(new URL(url).pathname)?.[1] ?? null
}
