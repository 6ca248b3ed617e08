import {
  inBatches,
  type PlatformCall,
  PlatformError,
  toId,
  toRecord,
} from "../../platform-kit"
import {
  type BatchAnswer,
  GRAPH_BATCH_SIZE,
  type GraphClient,
} from "../../platform-kit/meta-graph"
import { bareId } from "./post-id"

/** What became of a post that could not be read. */
export type Whereabouts =
  /** The post is there; only part of what was asked is forbidden. */
  | { found: "readable" }
  /** The id is a video's; this is the post around it. */
  | { found: "post_of_video"; id: string }
  /** The id is a video's and its post is not known. */
  | { found: "video"; id: string }
  | { found: "nothing" }
  | { found: "unknown"; error: PlatformError }

/**
 * Looks once more for posts that could not be read, all in one call: by the
 * plain id (deleted or forbidden?) and as a video, because an id taken from a
 * reel's address is the video's, which has no insights.
 */
export async function findMissing(
  graph: GraphClient,
  call: PlatformCall,
  ids: readonly string[]
): Promise<Map<string, Whereabouts>> {
  const places = new Map<string, Whereabouts>()
  for (const some of inBatches(ids, GRAPH_BATCH_SIZE / 2)) {
    const reads = some.flatMap((id) => [
      { endpoint: "GET /{post-id}", path: id, params: { fields: "id" } },
      {
        endpoint: "GET /{video-id}",
        path: bareId(id),
        params: { fields: "post_id" },
      },
    ])
    try {
      const answers = await graph.getInBatch(call, reads)
      some.forEach((id, at) => {
        const [post, video] = [answers[2 * at], answers[2 * at + 1]]
        places.set(id, placeOf(id, post, video))
      })
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      some.forEach((id) => places.set(id, { found: "unknown", error }))
    }
  }
  return places
}

function placeOf(
  id: string,
  post: BatchAnswer | undefined,
  video: BatchAnswer | undefined
): Whereabouts {
  if (post && !post.error) {
    return { found: "readable" }
  }
  if (post && (post.error.kind === "transient" || isLimit(post.error))) {
    return { found: "unknown", error: post.error }
  }
  if (video && !video.error) {
    const postId = toId(toRecord(video.body)?.post_id)
    const [pageId] = id.split("_")
    const whole = postId?.includes("_") ? postId : `${pageId}_${postId}`
    return postId && whole !== id
      ? { found: "post_of_video", id: whole }
      : { found: "video", id: bareId(id) }
  }
  return { found: "nothing" }
}

function isLimit({ kind }: PlatformError): boolean {
  return kind === "rate_limit" || kind === "auth"
}
