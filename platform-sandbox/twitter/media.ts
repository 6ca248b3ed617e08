import { bill, bodyOf, Call, EndpointAnswer } from "./call"
import { MEDIA_FIELDS } from "./fields"
import { mediaKey } from "./ids"
import { itemProblem } from "./item-problems"
import { allowParams, idList, listOf, shuffled } from "./parameters"
import { renderMedia } from "./render-media"

const isKey = (text: string) => /^[0-9]+_[0-9]{1,19}$/.test(text)

/** `GET /2/media?media_keys=`: the same metrics without a post lookup. */
export function mediaMany(call: Call): EndpointAnswer {
  allowParams(call, ["media_keys", "media.fields"])
  const keys = idList(call, "media_keys", isKey)
  const none = new Set<string>()
  const media = listOf(call, "media.fields", MEDIA_FIELDS)
  const selection = { post: none, user: none, expansions: none, media }
  const place = { parameter: "media_keys", section: "data" as const }
  const data: unknown[] = []
  const errors: Record<string, unknown>[] = []
  for (const key of shuffled(call, keys)) {
    const post = call.world.find(key.replace(/^[0-9]+_/, ""))
    const known = post && mediaKey(post) === key && post.kind !== "text"
    if (!post || !known || post.deleted || post.problem) {
      const name = "resource-not-found"
      errors.push(itemProblem(call.situation, name, "media", key, place))
      continue
    }
    const rendered = renderMedia(call, post, selection, place)
    errors.push(...rendered.errors)
    if (rendered.item) {
      data.push(rendered.item)
      bill(call, "media", key)
    }
  }
  return { body: bodyOf({ data, errors }), ids: keys }
}
