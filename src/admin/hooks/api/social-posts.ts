import { useQuery } from "@tanstack/react-query"
import type { FetchError } from "@medusajs/js-sdk"
import type { DayRange } from "../../lib/day-range"
import {
  keepOfRecord,
  LIVE,
  type QueryOptions,
  throwWithoutData,
} from "../../lib/queries"
import { socialAccountKeys, socialPostKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type {
  Page,
  PostPeriod,
  SocialPost,
  SocialPostSnapshot,
  SocialPostStatus,
} from "../../types/http"
import { type MutationOptions, useSocialMutation } from "../use-social-mutation"

const ROUTE = "/admin/social-posts"

const changedPosts = () => [socialPostKeys.all, socialAccountKeys.all]

export type SocialPostsQuery = Record<string, unknown>
export type SocialPostsAnswer = Page & { social_posts: SocialPost[] }

export const useSocialPosts = (
  query?: SocialPostsQuery,
  options?: QueryOptions<SocialPostsAnswer>
) => {
  const { data, ...rest } = useQuery({
    queryKey: socialPostKeys.list(query),
    queryFn: () => sdk.client.fetch<SocialPostsAnswer>(ROUTE, { query }),
    ...LIVE,
    throwOnError: throwWithoutData,
    ...options,
  })
  return { ...data, ...rest }
}

/** One post with its linked products. */
export const socialPostQuery = (id: string) => ({
  queryKey: socialPostKeys.detail(id),
  queryFn: () =>
    sdk.client.fetch<{ social_post: SocialPost }>(`${ROUTE}/${id}`),
})

export const useSocialPost = (
  id: string,
  options?: QueryOptions<{ social_post: SocialPost }>
) => {
  const { data, ...rest } = useQuery({
    ...socialPostQuery(id),
    ...LIVE,
    // Another post's data must not stand under this post's address.
    placeholderData: undefined,
    throwOnError: throwWithoutData,
    ...options,
  })
  return { ...data, ...rest }
}

/** The last readings of a post, newest first. */
export const useSocialPostTimeline = (postId: string, limit: number) => {
  const query = { limit, order: "-captured_at" }
  const { data, ...rest } = useQuery<
    Page & { timeline: SocialPostSnapshot[] },
    FetchError
  >({
    queryKey: socialPostKeys.part(postId, "timeline", query),
    queryFn: () => sdk.client.fetch(`${ROUTE}/${postId}/timeline`, { query }),
    ...LIVE,
    placeholderData: undefined,
  })
  return { ...data, ...rest }
}

/**
 * A post's timeline in a span of days: values, what they gained, and the span
 * before. Without a span it is the newest readings there are.
 */
export const useSocialPostPeriod = (
  postId: string,
  range: DayRange | null,
  limit: number
) => {
  const query = range
    ? { ...range, compare: "previous" }
    : { limit, order: "-captured_at" }
  const { data, ...rest } = useQuery<
    Page & { timeline: SocialPostSnapshot[] } & Partial<PostPeriod>,
    FetchError
  >({
    queryKey: socialPostKeys.part(postId, "timeline", query),
    queryFn: () => sdk.client.fetch(`${ROUTE}/${postId}/timeline`, { query }),
    ...LIVE,
    placeholderData: keepOfRecord(postId),
  })
  return { period: data, ...rest }
}

export interface CreateSocialPostBody {
  account_id: string
  platform_post_id?: string
  status: "draft" | "scheduled" | "posted"
  caption?: string
}

export const useCreateSocialPost = (
  options?: MutationOptions<{ social_post: SocialPost }, CreateSocialPostBody>
) =>
  useSocialMutation({
    options,
    invalidates: changedPosts,
    mutationFn: (body: CreateSocialPostBody) =>
      sdk.client.fetch<{ social_post: SocialPost }>(ROUTE, {
        method: "POST",
        body,
      }),
  })

export interface UpdateSocialPostBody {
  caption?: string | null
  status?: Extract<
    SocialPostStatus,
    "draft" | "scheduled" | "posted" | "archived"
  >
  platform_post_id?: string
  permalink?: string | null
}

export const useUpdateSocialPost = (
  id: string,
  options?: MutationOptions<{ social_post: SocialPost }, UpdateSocialPostBody>
) =>
  useSocialMutation({
    options,
    invalidates: changedPosts,
    mutationFn: (body: UpdateSocialPostBody) =>
      sdk.client.fetch<{ social_post: SocialPost }>(`${ROUTE}/${id}`, {
        method: "POST",
        body,
      }),
  })

export const useDeleteSocialPost = (
  id: string,
  options?: MutationOptions<{ id: string }, void>
) =>
  useSocialMutation({
    options,
    // Not its own record, which the page would ask for while it closes.
    invalidates: () => [socialPostKeys.lists(), socialAccountKeys.all],
    mutationFn: () =>
      sdk.client.fetch<{ id: string }>(`${ROUTE}/${id}`, { method: "DELETE" }),
  })

export interface BatchSocialPostsBody {
  update?: { id: string; status: "posted" | "archived" | "draft" }[]
  delete?: string[]
}

/** Changes or deletes many posts; all or none. */
export const useBatchSocialPosts = (
  options?: MutationOptions<unknown, BatchSocialPostsBody>
) =>
  useSocialMutation({
    options,
    invalidates: changedPosts,
    mutationFn: (body: BatchSocialPostsBody) =>
      sdk.client.fetch<unknown>(`${ROUTE}/batch`, { method: "POST", body }),
  })

export interface LinkBody {
  add?: string[]
  remove?: string[]
}

/** Links products to a post, and unlinks them. */
export const useLinkPostProducts = (
  id: string,
  options?: MutationOptions<unknown, LinkBody>
) =>
  useSocialMutation({
    options,
    invalidates: changedPosts,
    mutationFn: (body: LinkBody) =>
      sdk.client.fetch<unknown>(`${ROUTE}/${id}/products`, {
        method: "POST",
        body,
      }),
  })

/** Links posts to a product, and unlinks them. */
export const useLinkProductPosts = (
  productId: string,
  options?: MutationOptions<unknown, LinkBody>
) =>
  useSocialMutation({
    options,
    invalidates: changedPosts,
    mutationFn: (body: LinkBody) =>
      sdk.client.fetch<unknown>(`/admin/products/${productId}/social-posts`, {
        method: "POST",
        body,
      }),
  })
