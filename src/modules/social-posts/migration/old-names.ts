/** How old stores call the networks: in names of platforms, rows and results. */
const NETWORK_NAMES: Readonly<Record<string, RegExp>> = {
  instagram: /insta|(?:^|[^a-z])ig(?:[^a-z]|$)/,
  facebook: /facebook|(?:^|[^a-z])fb/,
  twitter: /twitter|(?:^|[^a-z])x(?:[^a-z]|$)/,
  linkedin: /linked-?in/,
}

/**
 * The networks that a name means, Instagram first; one name can mean two
 * (`FBINSTA`). Names of platforms that only this store has mean themselves.
 */
export function networksOf(
  name: string | null | undefined,
  others: readonly string[] = []
): string[] {
  const text = name?.trim().toLowerCase() ?? ""
  const known = Object.entries(NETWORK_NAMES)
    .filter(([, pattern]) => pattern.test(text))
    .map(([network]) => network)
  return known.length > 0 ? known : others.filter((other) => other === text)
}

/** Keys of `insights` with a post's id, besides those of the platform's profile. */
export const MORE_ID_KEYS: Readonly<Record<string, readonly string[]>> = {
  instagram: ["instagram_post_id", "ig_media_id"],
  facebook: ["fb_post_id", "facebook_page_post_id"],
  twitter: ["x_post_id"],
  linkedin: ["linkedin_post_urn"],
}

/** Sites of the networks, for addresses of posts. */
const SITES: Readonly<Record<string, RegExp>> = {
  instagram: /(?:^|\.)instagram\.com$/,
  facebook: /(?:^|\.)(?:facebook\.com|fb\.com|fb\.watch)$/,
  twitter: /(?:^|\.)(?:x\.com|twitter\.com)$/,
  linkedin: /(?:^|\.)linkedin\.com$/,
}

/** The network whose site an address is on. */
export function networkOfAddress(address: string): string | null {
  if (!URL.canParse(address)) {
    return null
  }
  const { hostname } = new URL(address)
  return (
    Object.entries(SITES).find(([, site]) => site.test(hostname))?.[0] ?? null
  )
}

/** Keys of `api_config` with the id of the account. */
export const ACCOUNT_ID_KEYS: Readonly<Record<string, readonly string[]>> = {
  instagram: [
    "ig_user_id",
    "instagram_business_account_id",
    "instagram_account_id",
    "instagram_user_id",
    "instagram_id",
  ],
  facebook: ["page_id", "facebook_page_id", "fb_page_id"],
  twitter: ["twitter_user_id", "user_id", "twitter_id", "x_user_id"],
  linkedin: [
    "organization_urn",
    "organization_id",
    "person_urn",
    "author_urn",
    "linkedin_id",
  ],
}

/** Keys of `api_config` with a token: the network's own before the common ones. */
export const TOKEN_KEYS: Readonly<Record<string, readonly string[]>> = {
  instagram: ["instagram_access_token", "ig_access_token"],
  facebook: ["page_access_token", "facebook_access_token"],
  twitter: ["twitter_access_token"],
  linkedin: ["linkedin_access_token"],
}
export const COMMON_TOKEN_KEYS = ["access_token", "accessToken", "token"]

/**
 * What a key of the old `insights` was read from, where the platform has taken
 * that away: from then on old stores kept 0. The date is in the metric table.
 */
export const RETIRED_SOURCES: Readonly<
  Record<string, Readonly<Record<string, string>>>
> = {
  instagram: { impressions: "impressions", video_views: "video_views" },
  facebook: {
    impressions: "post_impressions",
    reach: "post_impressions_unique",
  },
}

/** Keys of `insights` that belong to one network although they do not say so. */
export const KEYS_OF_ONE: Readonly<Record<string, string>> = {
  reactions: "facebook",
}
