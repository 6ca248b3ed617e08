import type { FetchError } from "@medusajs/js-sdk"
import {
  type QueryKey,
  useMutation,
  type UseMutationOptions,
  useQueryClient,
} from "@tanstack/react-query"
import { useCallback, useRef } from "react"
import { useLocation, useNavigate } from "react-router-dom"
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
  // The second click of a double click comes before React disables the button.
  const isRunning = useRef(false)
  const mutation = useMutation<TData, FetchError, TInput>({
    ...options,
    mutationFn,
    onSuccess: async (data, input, context) => {
      isRunning.current = false
      await refresh(input)
      await options?.onSuccess?.(data, input, context)
    },
    onError: async (error, input, context) => {
      if (isSessionOver(error)) {
        navigate("/login", { state: { from: location }, replace: true })
        return
      }
      await refresh(input)
      await options?.onError?.(error, input, context)
    },
    onSettled: async (...args) => {
      isRunning.current = false
      await options?.onSettled?.(...args)
    },
  })
  const { mutate } = mutation
  return {
    ...mutation,
    /** Does nothing while the one before is under way. */
    mutate: useCallback<typeof mutate>(
      (...args) => {
        if (!isRunning.current) {
          isRunning.current = true
          mutate(...args)
        }
      },
      [mutate]
    ),
  }
}
