import type { PlatformCall, PlatformPost, PostResult } from "../../platform-kit"
import { isPostUrn, notAPostId } from "./post-id"
import { readMember } from "./read-member"
import { type LinkedInReader, readOrganization } from "./read-organization"

/** Reads posts as the account's kind allows: pages in batches, people singly. */
export async function* readInsights(
  reader: LinkedInReader,
  call: PlatformCall,
  posts: readonly PlatformPost[]
): AsyncGenerator<PostResult> {
  // One malformed URN would cost the whole batch.
  const askable: PlatformPost[] = []
  for (const post of posts) {
    const { platform_post_id: urn } = post
    if (isPostUrn(urn)) {
      askable.push(post)
    } else {
      const error = notAPostId(urn)
      yield { post, insights: null, problems: [{ part: "Post", error }] }
    }
  }
  yield* call.account.settings.kind === "member"
    ? readMember(reader, call, askable)
    : readOrganization(reader, call, askable)
}
