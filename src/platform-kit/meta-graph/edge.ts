import type { PlatformError } from "../errors"
import { operatorError } from "../oauth-errors"
import type { PlatformEdge } from "../platform-http"
import { type ProofSource, withProof } from "./appsecret-proof"
import { classifyGraphAnswer } from "./classify"
import { GRAPH_CODES } from "./error-table"
import { readGraphUsage } from "./usage"

/**
 * What a platform on Meta's Graph API knows about its answers.
 *
 * @param proofs the app whose tokens travel with a proof of its secret; only
 *   graph.facebook.com takes them
 */
export function graphEdge(
  platform: string,
  label: string,
  proofs?: ProofSource
): PlatformEdge {
  return {
    platform,
    label,
    ...(proofs && {
      addressFor: ({ url }, { account }) => withProof(url, account, proofs),
    }),
    classify: (answer, request, call) =>
      namingOption(
        classifyGraphAnswer(label, answer, request.url, call.now()),
        label,
        proofs
      ),
    readUsage: ({ headers }, _request, call) =>
      readGraphUsage(headers, platform, call.account.id, call.now()),
  }
}

function namingOption(
  error: PlatformError | null,
  label: string,
  proofs?: ProofSource
): PlatformError | null {
  return proofs && error?.code === GRAPH_CODES.wrong_proof
    ? operatorError(
        error.code,
        `${label} does not accept the proof that is made with the app secret. Check the option ${proofs.secret_option}: it must belong to the app that the account was connected with.`
      )
    : error
}
