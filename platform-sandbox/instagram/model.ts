import { CommentedPost } from "../meta/threads"

export type ProductType = "FEED" | "REELS" | "STORY"
export type MediaType = "IMAGE" | "VIDEO" | "CAROUSEL_ALBUM"

/** Only professional accounts have an API (instagram §1). */
export type AccountType = "Business" | "Media_Creator" | "Personal"

export interface InstagramAccount {
  id: string
  /** `/me.id` of graph.instagram.com: not the account id. */
  app_scoped_id: string
  /** Second key of the usage header. */
  business_id: string
  username: string
  name: string
  type: AccountType
  login: "instagram" | "facebook"
  token: string
  user_id: string
  followers: number
  demo: boolean
  traits: string[]
  /** Newest first, stories and deleted media included. */
  media: InstagramMedia[]
}

export interface InstagramMedia extends CommentedPost {
  index: number
  account: InstagramAccount
  media_type: MediaType
  product: ProductType
  /** Reach in the end; every other number follows from it. */
  audience: number
  /** Shared to Facebook too; `facebook_views` errors otherwise. */
  crossposted: boolean
  shared_to_feed: boolean
  children: number
  traits: string[]
}

export const has = (item: { traits: string[] }, trait: string) =>
  item.traits.includes(trait)
