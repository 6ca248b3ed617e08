import { CommentedPost } from "../meta/threads"

export type PostKind = "photo" | "status" | "link" | "video" | "reel"

export interface FacebookPage {
  id: string
  username: string
  name: string
  token: string
  /** Person whose Page token this is. */
  user_id: string
  /** Belongs to a business portfolio: `/me/accounts` may hide it. */
  portfolio: boolean
  /** Chosen in logins only: the world's own user token does not reach it. */
  login_only: boolean
  followers: number
  /** Linked Instagram account, when there is one. */
  instagram_id?: string
  demo: boolean
  traits: string[]
  /** Newest first, deleted posts included. */
  posts: FacebookPost[]
  /** Newest first; ended ones stay in the archive. */
  stories: FacebookStory[]
}

/** Not a post: it has another id, another list and other numbers. */
export interface FacebookStory {
  id: string
  page: FacebookPage
  posted: number
  media: "photo" | "video"
  media_id: string
  audience: number
  traits: string[]
}

export interface FacebookPost extends CommentedPost {
  index: number
  /** Second half of the composite id. */
  number: string
  page: FacebookPage
  kind: PostKind
  video_id?: string
  /** Milliseconds, of videos and reels. */
  length: number
  /** Instagram media that was published together with it. */
  text_of?: string
  audience: number
  traits: string[]
}

export const has = (item: { traits: string[] }, trait: string) =>
  item.traits.includes(trait)

export const isVideo = ({ kind }: FacebookPost) =>
  kind === "video" || kind === "reel"
