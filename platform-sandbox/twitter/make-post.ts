import { postId, userId } from "./ids"
import { XPost } from "./model"
import { PostPlan } from "./plan"
import { longText, postText } from "./texts"
import type { XWorld } from "./world"

/** Problem a lookup answers for the posts that nobody may see (§5). */
const PROBLEMS: Record<string, string> = {
  protected: "not-authorized-for-resource",
  withheld: "resource-unavailable",
}

/** Somebody else's post, which quotes, reposts and replies refer to. */
function referencedPost(world: XWorld, age_ms: number, name: string): XPost {
  const { seed } = world
  const author_id = userId(seed, "other")
  const id = postId(age_ms + 7_200_000, seed, name, "referenced")
  const post: XPost = {
    id,
    history: [id],
    author_id,
    text: postText(seed, `${name} referenced`),
    kind: "text",
    posted_ms: 0,
    conversation_id: id,
    traits: [],
    deleted: false,
  }
  return post
}

export function makePost(
  world: XWorld,
  account: string,
  plan: PostPlan,
  built_ms: number
): XPost {
  const { seed } = world
  const { age_ms, traits, name } = plan
  const key = `${account} ${name}`
  const has = (trait: string) => traits.includes(trait)
  // Two edits, ten minutes apart; the account holder knows the first id.
  const ages = has("edited") ? [0, 600_000, 1_200_000] : [0]
  const history = ages.map((later) => postId(age_ms - later, seed, key))
  const id = history[history.length - 1] as string
  const text = has("long_text") ? longText(seed, key) : postText(seed, key)
  const problem = traits.map((trait) => PROBLEMS[trait]).find(Boolean)
  const post: XPost = {
    id,
    history,
    author_id: plan.by ? userId(seed, plan.by) : account,
    account,
    text,
    kind: plan.kind,
    posted_ms: built_ms - age_ms,
    conversation_id: history[0] as string,
    traits,
    deleted: has("deleted"),
    ...(problem ? { problem } : {}),
  }
  if (!plan.quotes && !has("repost") && !has("own_reply")) {
    return post
  }
  const other = referencedPost(world, age_ms, key)
  other.posted_ms = post.posted_ms - 7_200_000
  world.index(other)
  if (plan.quotes) {
    post.quoted = other.id
  } else if (has("repost")) {
    post.reposted = other.id
    post.text = `RT @other_person: ${other.text}`
  } else {
    post.reply_to = { id: other.id, author_id: other.author_id }
    post.conversation_id = other.id
    post.text = `@other_person ${post.text}`
  }
  return post
}
