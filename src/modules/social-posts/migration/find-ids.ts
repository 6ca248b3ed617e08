import {
  type AbstractSocialPlatform,
  PlatformError,
  toId,
  toText,
} from "../../../platform-kit"
import { MORE_ID_KEYS, networkOfAddress, networksOf } from "./old-names"
import type { OldRow } from "./old-row"
import { type PublishResult, readPublishResults } from "./publish-results"

/** A post of a row on one network. */
export interface FoundPost {
  platform: string
  /** `null` when only its address is known. */
  id: string | null
  /** Where the id was: a key of `insights`, a column, `publish_results`, `url`. */
  place: string
  permalink: string | null
}

export interface FoundPosts {
  posts: FoundPost[]
  /** What was in a place for ids and is none, a sentence each. */
  bad: string[]
}

/**
 * Every post that a row stands for: ids in keys of `insights`, then in the
 * column, then in `publish_results`, then in an address. Pure.
 *
 * @param named the networks that the row or its platform names
 * @param externalIdOf id of the row's account; `null` when nobody knows it
 */
export function findPosts(
  row: OldRow,
  platforms: readonly AbstractSocialPlatform[],
  named: readonly string[],
  externalIdOf: (platform: string) => string | null
): FoundPosts {
  const results = [
    ...readPublishResults(row.insights.publish_results),
    ...readPublishResults(row.publish_results),
  ]
  const bad: string[] = []
  const posts = platforms.flatMap<FoundPost>((platform) => {
    const { identifier } = platform.profile
    const permalink = addressOf(row, results, identifier)
    const externalId = externalIdOf(identifier)
    for (const { id, place } of candidates(row, platform, named, results)) {
      try {
        return [
          {
            ...idOf(platform, id, externalId),
            place,
            permalink,
            platform: identifier,
          },
        ]
      } catch (thrown) {
        bad.push(`${place}: ${PlatformError.from(thrown).message}`)
      }
    }
    const inAddress =
      permalink && platform.postIdFromUrl(permalink, externalId ?? NOBODY)
    const id = inAddress && !inAddress.includes(NOBODY) ? inAddress : null
    return permalink
      ? [{ platform: identifier, id, place: "url", permalink }]
      : []
  })
  return { posts, bad }
}

interface Candidate {
  id: string
  place: string
}

function candidates(
  row: OldRow,
  { profile }: AbstractSocialPlatform,
  named: readonly string[],
  results: readonly PublishResult[]
): Candidate[] {
  const { identifier, stored_id_keys } = profile
  const { insights } = row
  const isAlone = named.length === 1 && named[0] === identifier
  const synced = networksOf(toText(insights.platform), [identifier])
  const owns = synced.includes(identifier) || (synced.length === 0 && isAlone)
  const places: [string, unknown][] = [
    ...[...stored_id_keys, ...(MORE_ID_KEYS[identifier] ?? [])].map<
      [string, unknown]
    >((key) => [key, insights[key]]),
    ["insights.platform_post_id", owns ? insights.platform_post_id : null],
    ["post_id", isAlone ? row.post_id : null],
    ...results
      .filter(({ platform }) =>
        networksOf(platform, [identifier]).includes(identifier)
      )
      .map<[string, unknown]>(({ id }) => ["publish_results", id]),
  ]
  return places.flatMap(([place, value]) => {
    const id = toId(value)
    return id ? [{ id, place }] : []
  })
}

/** Two ids that no account has, to see whether a post's id hangs on it. */
const NOBODY = "0".repeat(24)
const NOBODY_ELSE = "1".repeat(24)

/** @throws PlatformError when it is no id, or when the account's id is needed */
function idOf(
  platform: AbstractSocialPlatform,
  text: string,
  externalId: string | null
): { id: string } {
  if (externalId !== null) {
    return { id: platform.parsePostId(text, externalId) }
  }
  const id = platform.parsePostId(text, NOBODY)
  if (id !== platform.parsePostId(text, NOBODY_ELSE)) {
    throw new PlatformError({
      kind: "invalid",
      scope: "post",
      code: "account_id_needed",
      message: `The id "${text.slice(0, 60)}" is complete only with the id of the ${platform.profile.label} account, which is not known.`,
    })
  }
  return { id }
}

/** The public address of the row's post on a network. */
function addressOf(
  { permalink, insights }: OldRow,
  results: readonly PublishResult[],
  network: string
): string | null {
  const all = [
    permalink,
    toText(insights.permalink),
    toText(insights.post_url),
    ...results.map((result) => result.permalink),
  ]
  return (
    all.find((one) => one !== null && networkOfAddress(one) === network) ?? null
  )
}
