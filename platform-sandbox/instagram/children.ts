import { letters } from "../core/hash"
import { unsupportedRequest } from "../meta/errors"
import { NodeType, scalar, struct } from "../meta/graph"
import { graphTime } from "../meta/time"
import { InstagramMedia } from "./model"

export interface AlbumChild {
  id: string
  number: number
  media: InstagramMedia
}

export function shortcodeOf(seed: number, media: { id: string }): string {
  return `D${letters(10, seed, media.id, "shortcode")}`
}

export function permalinkOf(seed: number, media: InstagramMedia): string {
  const code = shortcodeOf(seed, media)
  if (media.product === "STORY") {
    const { username } = media.account
    return `https://www.instagram.com/stories/${username}/${media.id}`
  }
  const kind = media.product === "REELS" ? "reel" : "p"
  return `https://www.instagram.com/${kind}/${code}/`
}

/** A link of the kind that stops working after some days. */
export function cdnUrl(id: string, video: boolean): string {
  const file = `${id}_n.${video ? "mp4" : "jpg"}`
  return `https://scontent.cdninstagram.com/v/t51.29350-15/${file}?oe=6A000000`
}

const PREFIX = "181"

export function childId(media: InstagramMedia, number: number): string {
  const post = String(media.index).padStart(8, "0")
  return `${PREFIX}${post}${String(number).padStart(6, "0")}`
}

export function findChild(
  id: string,
  mediaAt: (index: number) => InstagramMedia | undefined
): AlbumChild | undefined {
  if (!/^181\d{14}$/.test(id)) {
    return undefined
  }
  const media = mediaAt(Number(id.slice(3, 11)))
  const number = Number(id.slice(11))
  return media && number < media.children ? { id, number, media } : undefined
}

const isVideo = (child: AlbumChild) => child.number % 3 === 2

/** Album children: public fields, no caption, no permalink, no insights. */
export const childType: NodeType<AlbumChild> = {
  name: "Media",
  label: "{media-id}",
  defaults: ["id"],
  fields: {
    id: scalar((child) => child.id),
    media_type: scalar((child) => (isVideo(child) ? "VIDEO" : "IMAGE")),
    media_product_type: scalar(({ media }) => media.product),
    media_url: scalar((child) => cdnUrl(child.id, isVideo(child))),
    thumbnail_url: scalar((child) =>
      isVideo(child) ? cdnUrl(child.id, false) : undefined
    ),
    timestamp: scalar(({ media }) => graphTime(media.posted)),
    username: scalar(({ media }) => media.account.username),
    owner: struct(["id"], ({ media }) => ({ id: media.account.id })),
    shortcode: scalar((child, { environment }) =>
      shortcodeOf(environment.seed, child)
    ),
    // On no child: asked for, it is simply missing.
    permalink: scalar(() => undefined),
    caption: scalar(() => undefined),
  },
  edges: {
    insights: {
      call: (child, { situations }) => {
        // Which of the two the platform does is not known for sure.
        if (situations.children_insights === "error") {
          throw unsupportedRequest(child.id)
        }
        return { data: [] }
      },
    },
  },
}
