import type { WorldAccount, WorldOptions } from "../../platform-sandbox"

export type PlatformName = WorldAccount["platform"]

export const PLATFORMS = [
  "instagram",
  "facebook",
  "twitter",
  "linkedin",
] as const satisfies readonly PlatformName[]

/** Host each platform's sandbox answers for. */
export const HOSTS: Record<PlatformName, string> = {
  instagram: "graph.instagram.com",
  facebook: "graph.facebook.com",
  twitter: "api.x.com",
  linkedin: "api.linkedin.com",
}

/**
 * A store's usual mix of plain posts on one platform: half feed and half reels
 * on Instagram, half shares and half ugcPosts on LinkedIn.
 */
export function worldOf(platform: PlatformName, posts: number): WorldOptions {
  const half = Math.ceil(posts / 2)
  const kinds: Record<PlatformName, Record<string, number>> = {
    instagram: { FEED: half, REELS: posts - half },
    facebook: { photo: half, video: posts - half },
    twitter: { post: posts },
    linkedin: { share: half, ugcPost: posts - half },
  }
  return { seed: 1, plain: true, posts: { [platform]: kinds[platform] } }
}
