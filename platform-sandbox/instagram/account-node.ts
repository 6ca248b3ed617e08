import { EdgeCall, GraphContext, NodeType, scalar } from "../meta/graph"
import { unsupportedMethod } from "../meta/oauth/oauth-errors"
import { renderList } from "../meta/paging"
import { DAY, parseMoment } from "../meta/time"
import { exists } from "./access"
import { accountInsights } from "./account-insights"
import { mediaType } from "./media-node"
import { InstagramAccount, InstagramMedia } from "./model"

const MAX_LISTED = 10_000

/**
 * Personal accounts have no API. How they are refused is unverified; this is
 * what tokens without the right to an edge are told, see
 * https://github.com/in2code-de/instagram/issues/25
 */
function requireProfessional({ type }: InstagramAccount): void {
  if (type === "Personal") {
    throw unsupportedMethod("get")
  }
}

function mediaList(
  account: InstagramAccount,
  edge: "media" | "stories",
  context: GraphContext,
  call: EdgeCall,
  wanted: (media: InstagramMedia) => boolean
) {
  requireProfessional(account)
  const items: InstagramMedia[] = []
  for (const media of account.media) {
    if (items.length === MAX_LISTED) {
      break
    }
    if (wanted(media) && exists(media, context)) {
      items.push(media)
    }
  }
  return renderList(items, call, context, {
    path: `${account.id}/${edge}`,
    account_id: account.id,
    type: mediaType,
    idOf: (media) => media.id,
    orderOf: (media) => media.posted,
    default_limit: 25,
    max_limit: 100,
    over: "clamp",
  })
}

const text = (get: (account: InstagramAccount) => unknown) =>
  scalar<InstagramAccount>((account) => get(account))

const loginOnly = (
  only: "FBH" | "IGH",
  get: (account: InstagramAccount) => unknown
) => ({ ...text(get), only })

/** Account fields and edges (instagram §7.1). */
export const accountType: NodeType<InstagramAccount> = {
  name: "IGUser",
  label: "{ig-user-id}",
  defaults: ["id"],
  fields: {
    // graph.instagram.com tells an app-scoped id, which opens nothing.
    id: scalar((account, { dialect }) =>
      dialect === "IGH" ? account.app_scoped_id : account.id
    ),
    user_id: loginOnly("IGH", (account) => account.id),
    account_type: loginOnly("IGH", (account) => account.type),
    username: text((account) => account.username),
    name: text((account) => account.name),
    biography: text((account) => `${account.name}. Made with care.`),
    website: text(() => "https://shop.example/"),
    profile_picture_url: text(
      (account) =>
        `https://scontent.cdninstagram.com/v/${account.id}_s.jpg?oe=6A000000`
    ),
    followers_count: scalar((account, { now }) =>
      // A few new followers a day.
      Math.floor(account.followers * (1 + (now / DAY - 20_000) * 0.0005))
    ),
    follows_count: text((account) => Math.floor(account.followers / 7)),
    // Counts deleted media too: not the length of the list.
    media_count: text(
      (account) =>
        account.media.filter(({ product }) => product !== "STORY").length
    ),
    has_profile_pic: loginOnly("FBH", () => true),
    is_published: loginOnly("FBH", () => true),
    legacy_instagram_user_id: loginOnly("FBH", (account) =>
      account.id.replace(/^17841/, "39")
    ),
  },
  edges: {
    media: {
      call: (account, context, call) => {
        const since = parseMoment(call.params.since)
        const until = parseMoment(call.params.until)
        return mediaList(
          account,
          "media",
          context,
          call,
          ({ product, posted }) =>
            product !== "STORY" &&
            (since === undefined || posted >= since) &&
            (until === undefined || posted <= until)
        )
      },
    },
    stories: {
      call: (account, context, call) =>
        mediaList(
          account,
          "stories",
          context,
          call,
          ({ product, posted }) =>
            product === "STORY" && context.now - posted < DAY
        ),
    },
    insights: {
      call: (account, context, call) => {
        requireProfessional(account)
        return accountInsights(account, context, call)
      },
    },
  },
}
