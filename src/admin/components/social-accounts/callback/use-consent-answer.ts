import type { FetchError } from "@medusajs/js-sdk"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { useLocation, useNavigate } from "react-router-dom"
import { answerConsent } from "../../../hooks/api/social-connections"
import { CALLBACK_PATH } from "../../../lib/callback-path"
import { isCancelled, readConsentAnswer } from "../../../lib/consent-answer"
import { loginState } from "../../../lib/login-state"
import { isSessionOver } from "../../../lib/queries"
import { socialConnectionKeys } from "../../../lib/query-keys"

/** What went wrong on the way back from a consent page. */
export type CallbackProblem =
  | { kind: "nothing" }
  | { kind: "cancelled" | "refused" | "unreachable"; message: string }

/**
 * Takes the consent page's answer out of the address and hands it in, once:
 * the address is what reloads, bookmarks and the back button would repeat.
 * Goes on by itself when it worked.
 */
export function useConsentAnswer(): CallbackProblem | null {
  const { search } = useLocation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [brought] = useState(search)
  const [problem, setProblem] = useState<CallbackProblem | null>(null)
  // Effects run twice in the strict mode of development.
  const isSent = useRef(false)
  useEffect(() => {
    if (isSent.current) {
      return
    }
    isSent.current = true
    const answer = readConsentAnswer(brought)
    navigate(CALLBACK_PATH, { replace: true })
    if (!answer) {
      setProblem({ kind: "nothing" })
      return
    }
    answerConsent(answer)
      .then((found) => {
        const { id } = found.connection
        queryClient.setQueryData(socialConnectionKeys.detail(id), found)
        navigate(`/social/accounts/connect/${id}`, { replace: true })
      })
      .catch((error: FetchError) => {
        if (isSessionOver(error)) {
          // The answer is not used yet: the login brings it back.
          const from = { pathname: CALLBACK_PATH, search: brought }
          navigate("/login", { state: loginState(from), replace: true })
          return
        }
        setProblem({
          kind: isCancelled(answer)
            ? "cancelled"
            : error.status
              ? "refused"
              : "unreachable",
          message: error.message,
        })
      })
  }, [brought, navigate, queryClient])
  return problem
}
