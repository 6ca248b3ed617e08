import { useQuery } from "@tanstack/react-query"
import { LIVE, type QueryOptions, throwWithoutSession } from "../../lib/queries"
import { socialAccountKeys, socialImportKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { Page, SocialImport } from "../../types/http"
import { type MutationOptions, useSocialMutation } from "../use-social-mutation"

const ROUTE = "/admin/social-accounts"
const WHILE_RUNNING = 1_500
const OTHERWISE = 30_000

export type SocialImportsAnswer = Page & { imports: SocialImport[] }

/** An account's imports, the newest first; asked for often while one runs. */
export const useSocialAccountImports = (
  accountId: string,
  query: Record<string, unknown> = {},
  options?: QueryOptions<SocialImportsAnswer>
) => {
  const { data, ...rest } = useQuery({
    queryKey: socialImportKeys.list({ accountId, ...query }),
    queryFn: () =>
      sdk.client.fetch<SocialImportsAnswer>(`${ROUTE}/${accountId}/imports`, {
        query,
      }),
    ...LIVE,
    // Another account's imports must not stand on this account's page.
    placeholderData: undefined,
    throwOnError: throwWithoutSession,
    refetchInterval: ({ state }) =>
      state.data?.imports.some(({ status }) => status === "running")
        ? WHILE_RUNNING
        : OTHERWISE,
    ...options,
  })
  return { ...data, ...rest }
}

export interface ImportSocialAccountBody {
  /** Posts from before this are left out; `null` goes as far as the platform does. */
  since?: string | null
  /** At most this many posts; `null` has no bound. */
  limit?: number | null
  /** Walks the whole way again, not only up to what is known. */
  full?: boolean
}

/** Starts to import an account's posts, and answers with the import at once. */
export const useImportSocialAccount = (
  accountId: string,
  options?: MutationOptions<{ import: SocialImport }, ImportSocialAccountBody>
) =>
  useSocialMutation({
    options,
    invalidates: () => [
      socialImportKeys.all,
      socialAccountKeys.record(accountId),
    ],
    mutationFn: (body: ImportSocialAccountBody) =>
      sdk.client.fetch<{ import: SocialImport }>(
        `${ROUTE}/${accountId}/import`,
        { method: "POST", body }
      ),
  })
