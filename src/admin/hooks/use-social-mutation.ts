import type { FetchError } from "@medusajs/js-sdk"
import {
  type QueryKey,
  useMutation,
  type UseMutationOptions,
  useQueryClient,
} from "@tanstack/react-query"
import { toast } from "@medusajs/ui"
import { useCallback, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useLocation, useNavigate } from "react-router-dom"
import { loginState } from "../lib/login-state"
import { isSessionOver } from "../lib/queries"

export type MutationOptions<TData, TInput> = Omit<
  UseMutationOptions<TData, FetchError, TInput>,
  "mutationFn"
>

interface SocialMutation<TData, TInput> {
  mutationFn: (input: TInput) => Promise<TData>
  /** What is no longer true afterwards, whether it worked or not. */
  invalidates: (input: TInput) => QueryKey[]
  options?: MutationOptions<TData, TInput>
}

const keyOf = (input: unknown) => JSON.stringify(input) ?? ""

/**
 * A mutation after which every visible list and panel refreshes by itself. The
 * caller's own `onSuccess` and `onError` run as well and never replace that.
 * A failed sync refreshes too: it has stored its problems. When the session is
 * over, the login page comes and leads back. A double click is one click.
 */
export function useSocialMutation<TData, TInput>({
  mutationFn,
  invalidates,
  options,
}: SocialMutation<TData, TInput>) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const location = useLocation()
  const refresh = (input: TInput) =>
    Promise.all(
      invalidates(input).map((queryKey) =>
        queryClient.invalidateQueries({ queryKey })
      )
    )
  const { t } = useTranslation("social")
  // The second click of a double click comes before React disables the button.
  const running = useRef(new Set<string>())
  const mutation = useMutation<TData, FetchError, TInput>({
    ...options,
    mutationFn,
    onSuccess: async (data, input, context) => {
      running.current.delete(keyOf(input))
      await refresh(input)
      await options?.onSuccess?.(data, input, context)
    },
    onError: async (error, input, context) => {
      if (isSessionOver(error)) {
        // A form with unsaved changes asks before it lets go: say why.
        toast.error(t("toasts.sessionOver"))
        navigate("/login", { state: loginState(location), replace: true })
        return
      }
      await refresh(input)
      await options?.onError?.(error, input, context)
    },
    onSettled: async (data, error, input, context) => {
      running.current.delete(keyOf(input))
      await options?.onSettled?.(data, error, input, context)
    },
  })
  const { mutate } = mutation
  return {
    ...mutation,
    /** Does nothing while the same is under way. */
    mutate: useCallback<typeof mutate>(
      (input, callbacks) => {
        const key = keyOf(input)
        if (!running.current.has(key)) {
          running.current.add(key)
          mutate(input, callbacks)
        }
      },
      [mutate]
    ),
  }
}
