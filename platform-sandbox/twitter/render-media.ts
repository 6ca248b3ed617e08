import { between } from "../core/hash"
import { Call } from "./call"
import { OWNER_ONLY_MEDIA } from "./fields"
import { mediaKey } from "./ids"
import { ItemPlace } from "./item-problems"
import { numbersAt } from "./metrics"
import { XPost } from "./model"
import { mayReadOwnerOnly, refusedFields } from "./owner-only"
import { Problem } from "./problems"
import { Selection } from "./selection"

/** Quartiles of a video, unique users (§3). */
export function quartiles(call: Call, post: XPost): Record<string, number> {
  const { quartiles: counts } = numbersAt(
    call.world.seed,
    post,
    call.world.now_ms()
  )
  const steps = [0, 25, 50, 75, 100]
  return Object.fromEntries(
    steps.map((step, i) => [`playback_${step}_count`, counts[i] ?? 0])
  )
}

export function viewCount(call: Call, post: XPost): number {
  return numbersAt(call.world.seed, post, call.world.now_ms()).views
}

function selectable(call: Call, post: XPost): Record<string, unknown> {
  const video = post.kind === "video"
  const image = `https://pbs.twimg.com/media/${mediaKey(post)}.jpg`
  const length = between(6, 90, call.world.seed, post.id, "duration")
  return {
    alt_text: video ? undefined : "A product of the shop",
    duration_ms: video ? length * 1000 : undefined,
    height: 1080,
    width: 1080,
    preview_image_url: video ? image : undefined,
    url: video ? undefined : image,
    public_metrics: video ? { view_count: viewCount(call, post) } : undefined,
    variants: video
      ? [
          {
            bit_rate: 832_000,
            content_type: "video/mp4",
            url: `https://video.twimg.com/${mediaKey(post)}.mp4`,
          },
        ]
      : undefined,
  }
}

/** A photo or video of a post, with the same owner-only rules as the post. */
export function renderMedia(
  call: Call,
  post: XPost,
  selection: Selection,
  place: ItemPlace
): { item?: Record<string, unknown>; errors: Problem[] } {
  const wanted = selection.media
  const key = mediaKey(post)
  const item: Record<string, unknown> = { media_key: key, type: post.kind }
  for (const [name, value] of Object.entries(selectable(call, post))) {
    if (wanted.has(name) && value !== undefined) {
      item[name] = value
    }
  }
  if (mayReadOwnerOnly(call, post)) {
    if (post.kind === "video") {
      const counts = quartiles(call, post)
      const view_count = viewCount(call, post)
      const groups: Record<string, unknown> = {
        non_public_metrics: counts,
        organic_metrics: { ...counts, view_count },
      }
      for (const [group, value] of Object.entries(groups)) {
        if (wanted.has(group)) {
          item[group] = value
        }
      }
    }
    return { item, errors: [] }
  }
  const groups = OWNER_ONLY_MEDIA
  const errors = refusedFields(call, wanted, groups, "media", key, place)
  const drop = errors.length && call.situation.owner_only === "drop_item"
  return drop ? { errors } : { item, errors }
}
