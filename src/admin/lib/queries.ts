import type { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  type Query,
  type UseQueryOptions,
} from "@tanstack/react-query"

const SHORTLY = 5_000
const NOT_TRIED_AGAIN = [400, 401, 403, 404]

/**
 * Numbers change while one looks away, and other tabs and jobs change them too:
 * older than a few seconds is asked again, also when the window comes back.
 * What is shown stays while it is.
 */
export const LIVE = {
  staleTime: SHORTLY,
  refetchOnWindowFocus: true,
  placeholderData: keepPreviousData,
  retry: (failures: number, error: FetchError) =>
    failures < 1 && !NOT_TRIED_AGAIN.includes(error.status ?? 0),
} as const

/** What is shown of a record stays while another part of it is asked for. */
export const keepOfRecord =
  (id: string) =>
  <TData>(
    previous: TData | undefined,
    query: { queryKey: readonly unknown[] } | undefined
  ): TData | undefined =>
    query?.queryKey.includes(id) ? previous : undefined

/** The session is over: the dashboard's error boundary leads to the login and back. */
export const isSessionOver = (error: unknown): boolean =>
  (error as Partial<FetchError> | null)?.status === 401

/**
 * For pages: without anything to show the error boundary takes over; a failed
 * refresh leaves what is there.
 */
export const throwWithoutData = (
  error: FetchError,
  query: Pick<Query, "state">
): boolean => isSessionOver(error) || query.state.data === undefined

/** For widgets on other people's pages, which must not fall with us. */
export const throwWithoutSession = (error: FetchError): boolean =>
  isSessionOver(error)

export type QueryOptions<TData> = Partial<
  Omit<
    UseQueryOptions<TData, FetchError, TData, any>,
    "queryKey" | "queryFn" | "placeholderData"
  >
>
