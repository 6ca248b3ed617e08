/** What replaces a secret. */
export const REDACTED = "[redacted]"

/** Where secrets stand, or what they look like. */
export interface SecretPattern {
  /** Group 1 stays, group 2 is the secret. */
  pattern: RegExp
  /** Tells secrets from other texts that match; all are secrets when absent. */
  isSecret?: (text: string) => boolean
}

/** What secrets are called by the platforms we know, in both spellings. */
const SPECIFIC = [
  "\\w{0,20}(?:access|refresh)_?token",
  "(?:source|input|id|oauth|fb_exchange|ig_exchange)_?token",
  "(?:client|app|consumer|token|oauth_token)_?secret",
  "appsecret_proof",
  "code_?verifier",
  "client_assertion",
  "signed_request",
  "(?:access|refresh)_?jwt",
].join("|")
const NAMES = `${SPECIFIC}|(?:app_?)?password|token`

/** No letter before the name, or the encoded `&` or `?` of an address. */
const START = "(?:(?<!\\w)|(?<=%(?:25)*(?:26|3[Ff])))"
/** An equals sign, encoded once or more. */
const ENCODED_IS = "(?:%25|%)(?:25)*3[Dd]"
/** A quote, also in JSON within JSON. */
const QUOTE = "\\\\*[\"']"
/** A character of a value without quotes; tokens hold none of the others. */
const PLAIN = "(?!\\[redacted\\])[^&#\\s\"'\\\\<>,;)}\\]]"
const UP_TO_ENCODED_AND = `(?:(?!%(?:25)*26)${PLAIN})+`

const isMixed = (text: string) =>
  /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text)

const fromBase64 = (text: string) =>
  Buffer.from(text, "base64").toString("latin1")

/** What X's tokens and codes are in base64url: random, time, flags, kind. */
const OF_X = "[\\w-]{20,}:\\d{10,}:\\d+:\\d+:[a-z]{2}:\\d+"

const NAMED: readonly SecretPattern[] = [
  {
    // "access_token":"…", \"access_token\":\"…\", access_token: '…'
    pattern: new RegExp(
      `(${START}(?:${NAMES})(?:${QUOTE})?\\s*[:=]\\s*${QUOTE})([^"'\\\\]+)`,
      "gi"
    ),
  },
  {
    // access_token=… in an address or a form
    pattern: new RegExp(`(${START}(?:${NAMES})=)((?:${PLAIN})+)`, "gi"),
  },
  {
    // the same within another parameter
    pattern: new RegExp(
      `(${START}(?:${NAMES})${ENCODED_IS})(${UP_TO_ENCODED_AND})`,
      "gi"
    ),
  },
  {
    // access_token: … in prose; only what has digits, as tokens have
    pattern: new RegExp(
      `(${START}(?:${SPECIFIC})\\s*:\\s*)((?=\\S*\\d)(?:${PLAIN}){8,})`,
      "gi"
    ),
  },
  {
    // A consent code; code=190/463 and code=ETIMEDOUT name errors.
    pattern: new RegExp(
      `(${START}code(?:=|${ENCODED_IS}))((?!(?:\\d{1,6}(?:/\\d{1,7})?|[A-Z_]+)(?![\\w~|./-]))${UP_TO_ENCODED_AND})`,
      "g"
    ),
  },
  {
    pattern: new RegExp(
      `(${START}code(?:${QUOTE})?\\s*:\\s*${QUOTE})([\\w~|.#-]{16,})`,
      "g"
    ),
    isSecret: isMixed,
  },
]

const HEADERS: readonly SecretPattern[] = [
  {
    pattern: new RegExp(
      `(${START}authorization(?:${QUOTE})?\\s*[:=]\\s*(?:${QUOTE})?(?:bearer|basic|oauth)\\s+)((?:${PLAIN})+)`,
      "gi"
    ),
  },
  {
    pattern: new RegExp(`(\\bbearer\\s+)((?:${PLAIN})+)`, "gi"),
    isSecret: (text) => text.length >= (/\d/.test(text) ? 8 : 24),
  },
  {
    // "OAuth 2.0-compliant" is none.
    pattern: new RegExp(`(\\boauth\\s+)((?:${PLAIN}){20,})`, "gi"),
    isSecret: (text) => /\d/.test(text),
  },
  {
    // "Basic authentication" is none.
    pattern: new RegExp(`(\\bbasic\\s+)((?:${PLAIN})+)`, "gi"),
    isSecret: (text) => /^[\x20-\x7e]*:[\x20-\x7e]*$/.test(fromBase64(text)),
  },
]

/** Tokens without a name, but not in hashtags and paths of pictures. */
const SHAPES: readonly SecretPattern[] = [
  // Meta's app token, `id|secret`
  { pattern: /((?<!\w)\d{10,}(?:\||%7C))([\w-]{8,})/gi },
  { pattern: /((?<!\w))(eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)/g },
  // the app's own Bearer token of X
  {
    pattern: /((?<![\w#@/-]))(A{16,}(?=[\w%-]*[a-z])[\w%-]{30,})/g,
    isSecret: (text) => /\d/.test(text),
  },
  // Facebook, Instagram, Threads and LinkedIn
  {
    pattern: /((?<![\w#@/-]))((?:EAA|IGAA|IGQ|TH[AQ]|AQ)[\w-]{36,})/g,
    isSecret: isMixed,
  },
  { pattern: new RegExp(`((?<!\\w))(${OF_X})`, "g") },
  {
    pattern: /((?<![\w#@/-]))([\w-]{60,})/g,
    isSecret: (text) => new RegExp(OF_X).test(fromBase64(text)),
  },
]

/** In the order in which they are looked for: names first, then shapes. */
export const SECRET_PATTERNS = [...NAMED, ...HEADERS, ...SHAPES]
