import type { WorldAccount, WorldPost } from "../../platform-sandbox"
import { HOSTS, type PlatformName } from "../lib/platforms"
import type { World } from "../lib/sandbox-process"
import { type NaiveClient, type NaiveFactory, naiveHttp } from "./client"
import { naiveFacebook } from "./facebook"
import { naiveInstagram } from "./instagram"
import { LINKEDIN_HEADERS, naiveLinkedIn } from "./linkedin"
import { naiveTwitter } from "./twitter"

const FACTORIES: Record<PlatformName, NaiveFactory> = {
  instagram: naiveInstagram,
  facebook: naiveFacebook,
  twitter: naiveTwitter,
  linkedin: naiveLinkedIn,
}

export interface NaiveReader {
  client: NaiveClient
  posts: WorldPost[]
}

/** The naive client of a platform, and the posts it is to read. */
export function naiveReader(
  sandboxUrl: string,
  world: World,
  platform: PlatformName
): NaiveReader {
  const account = world.accounts().find((one) => one.platform === platform)
  if (!account) {
    throw new Error(`The sandbox has no ${platform} account.`)
  }
  const posts = world.posts().filter((post) => post.platform === platform)
  return { client: clientOf(sandboxUrl, account), posts }
}

function clientOf(sandboxUrl: string, account: WorldAccount): NaiveClient {
  const { platform } = account
  const http = naiveHttp(
    `${sandboxUrl}/${HOSTS[platform]}`,
    account,
    platform === "linkedin" ? LINKEDIN_HEADERS : {}
  )
  return FACTORIES[platform](http, account)
}

export { readOneByOne } from "./client"
