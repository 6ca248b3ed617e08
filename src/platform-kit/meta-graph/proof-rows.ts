import type { GraphErrorRow } from "./error-table"

/**
 * Part of row 24: the app's own id and secret, and proofs of the secret.
 * https://developers.facebook.com/docs/graph-api/guides/secure-requests
 */
export const PROOF_ROWS: readonly GraphErrorRow[] = [
  {
    name: "wrong_app",
    // Code 1 is trouble elsewhere in any other words.
    matches: [{ code: 101 }, { code: 1, text: /validating client secret/i }],
    kind: "invalid",
    scope: "app",
    code: "app_credentials",
    sentence:
      "{platform} does not accept the app's id and secret. Check the options with the app's id and secret.",
  },
  {
    name: "missing_proof",
    matches: [{ code: 100, text: /require an appsecret_proof/i }],
    kind: "invalid",
    scope: "account",
    code: "appsecret_proof_missing",
    sentence:
      'The app behind this token asks for a proof with every call, which only tokens of the configured app can give. Connect the account through the consent page, or turn off "Require App Secret" in that app\'s settings.',
  },
  {
    name: "wrong_proof",
    matches: [
      { code: 100, text: /appsecret_proof/i },
      { code: 104, text: /signature/i },
    ],
    kind: "invalid",
    scope: "app",
    code: "appsecret_proof",
    sentence:
      "{platform} does not accept the proof that is made with the app secret. Check the app secret in the options.",
  },
]
