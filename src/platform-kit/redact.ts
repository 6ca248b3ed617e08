import { REDACTED, SECRET_PATTERNS } from "./secret-patterns"

/**
 * Takes secrets out of a text that is going to be logged, stored or shown: the
 * given values, whatever carries a secret's name in addresses, forms, headers
 * and JSON (also nested), and the shapes of the platforms' tokens. Sentences
 * that only speak of tokens stay as they are.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  return SECRET_PATTERNS.reduce(
    (safe, { pattern, isSecret = () => true }) =>
      safe.replace(pattern, (whole: string, kept: string, secret: string) =>
        isSecret(secret) ? `${kept}${REDACTED}` : whole
      ),
    withoutValues(text, secrets)
  )
}

function withoutValues(text: string, secrets: readonly string[]): string {
  const values = secrets
    // Shorter ones are in every text.
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, inForm(secret)])
    // The longest first: one secret may begin with another.
    .sort((a, b) => b.length - a.length)
  return values.reduce((safe, one) => safe.replaceAll(one, REDACTED), text)
}

/** Unlike `encodeURIComponent` it takes any text. */
const inForm = (secret: string) =>
  new URLSearchParams({ "": secret }).toString().slice(1)
