import type { CommandContext } from "./command"
import { UsageError } from "./usage-error"

/** An account as commands name it. */
export interface NamedAccount {
  id: string
  platform: string
  external_id: string
  username: string | null
  display_name: string | null
  status: string
  status_reason: string | null
}

/** Accounts that are read at a time. */
const PAGE = 100

/**
 * The accounts that `--account` and `--platform` mean; all without them.
 * @throws UsageError naming what is not known, or what is meant by two
 */
export async function findAccounts({
  socialPosts,
  options,
}: Pick<CommandContext, "socialPosts" | "options">): Promise<NamedAccount[]> {
  const platform = await findPlatform({ socialPosts, options })
  const all: NamedAccount[] = []
  for (let skip = 0; ; skip += PAGE) {
    const page = await socialPosts.listSocialAccounts(
      platform ? { platform } : {},
      { take: PAGE, skip, order: { platform: "ASC", id: "ASC" } }
    )
    all.push(...(page as NamedAccount[]))
    if (page.length < PAGE) {
      break
    }
  }
  const wanted = options.texts("account")
  return wanted ? [...new Set(wanted.map((name) => pick(all, name)))] : all
}

/** The platform that `--platform` means. @throws UsageError naming those there are */
export async function findPlatform({
  socialPosts,
  options,
}: Pick<CommandContext, "socialPosts" | "options">): Promise<
  string | undefined
> {
  const given = options.text("platform")?.toLowerCase()
  if (given === undefined) {
    return undefined
  }
  const platforms = await socialPosts.listPlatforms()
  const found = platforms.find(
    ({ identifier, aliases }) => identifier === given || aliases.includes(given)
  )
  if (!found) {
    const names = platforms.map(({ identifier }) => identifier).join(", ")
    throw new UsageError(
      `--platform "${given}" is not known. Platforms: ${names || "(none)"}.`
    )
  }
  return found.identifier
}

function pick(accounts: readonly NamedAccount[], given: string): NamedAccount {
  const name = given.replace(/^@/, "").toLowerCase()
  const meant = accounts.filter(
    ({ id, external_id, username, display_name }) =>
      id === given ||
      external_id === given ||
      username?.toLowerCase() === name ||
      display_name?.toLowerCase() === name
  )
  const [only, ...others] = meant
  if (!only) {
    throw new UsageError(
      `--account "${given}": there is no such account. "medusa-social accounts" lists them.`
    )
  }
  if (others.length > 0) {
    throw new UsageError(
      `--account "${given}" is the name of ${meant.length} accounts. Give the id: ${meant.map(({ id, platform }) => `${id} (${platform})`).join(", ")}.`
    )
  }
  return only
}

/** `@shop (instagram)` */
export const labelOf = ({
  platform,
  username,
  display_name,
  external_id,
}: NamedAccount): string =>
  `${username ? `@${username}` : (display_name ?? external_id)} (${platform})`
