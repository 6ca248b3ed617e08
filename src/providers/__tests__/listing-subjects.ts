import type { WorldAccount, WorldOptions } from "../../../platform-sandbox"
import type { AbstractSocialPlatform } from "../../platform-kit"
import { FacebookPlatform } from "../facebook/platform"
import { InstagramPlatform } from "../instagram/platform"
import { LinkedInPlatform } from "../linkedin/platform"
import { TwitterPlatform } from "../twitter/platform"

/** What a switch of the sandbox is told, given the account's id. */
type Change = (account: string) => Record<string, unknown>

/**
 * A platform whose posts can be listed, and how the sandbox is told to be odd.
 * What is absent does not happen on that platform.
 */
export interface ListingSubject {
  name: WorldAccount["platform"]
  host: string
  /** Of a plain account that can list its posts. */
  settings: Record<string, string>
  /** More posts than fit on two pages. */
  posts: NonNullable<WorldOptions["posts"]>
  /** The trait of an account whose token is dead. */
  deadToken: string
  /** The platform repeats posts on the next page. */
  repeats?: Change
  /** Pages without a post come between the others. */
  emptyPages?: Change
  /** Cursors that were given before are no longer taken. */
  expire?: Change
  /** A new post appears. */
  publish: Change
  create(url: string, options: Record<string, unknown>): AbstractSocialPlatform
}

/** A new provider that lists posts is added here and to nothing else. */
export const LISTING_SUBJECTS: readonly ListingSubject[] = [
  {
    name: "instagram",
    host: "graph.instagram.com",
    settings: { login: "instagram" },
    posts: { instagram: { FEED: 130, REELS: 75, CAROUSEL_ALBUM: 30 } },
    deadToken: "expired_token",
    repeats: (account) => ({ account, list: "overlap" }),
    emptyPages: (account) => ({ account, list: "gaps" }),
    expire: (account) => ({ account, cursors: "expired" }),
    publish: (account) => ({ account, publish: "FEED" }),
    create: (url, options) =>
      new InstagramPlatform(
        {},
        {
          base_url: `${url}/graph.instagram.com`,
          facebook_base_url: `${url}/graph.facebook.com`,
          ...options,
        }
      ),
  },
  {
    name: "facebook",
    host: "graph.facebook.com",
    settings: {},
    posts: { facebook: { photo: 60, video: 40, reel: 20, status: 15 } },
    deadToken: "expired_token",
    repeats: (account) => ({ account, list: "overlap" }),
    emptyPages: (account) => ({ account, list: "gaps" }),
    expire: (account) => ({ account, cursors: "expired" }),
    publish: (account) => ({ account, publish: "photo" }),
    create: (url, options) =>
      new FacebookPlatform(
        {},
        { base_url: `${url}/graph.facebook.com`, ...options }
      ),
  },
  {
    name: "twitter",
    host: "api.x.com",
    settings: {},
    posts: { twitter: { post: 180, photo: 55 } },
    deadToken: "expired_token",
    emptyPages: () => ({ empty_pages: 1 }),
    expire: () => ({ token_series: 1 }),
    publish: (account) => ({ account, new_posts: 1 }),
    create: (url, options) =>
      new TwitterPlatform({}, { base_url: `${url}/api.x.com`, ...options }),
  },
  {
    name: "linkedin",
    host: "api.linkedin.com",
    settings: { kind: "organization" },
    posts: { linkedin: { share: 180, ugcPost: 55 } },
    deadToken: "revoked_token",
    publish: (account) => ({ account, new_posts: 1 }),
    create: (url, options) =>
      new LinkedInPlatform(
        {},
        { base_url: `${url}/api.linkedin.com`, ...options }
      ),
  },
]
