import { Call, userOf } from "./call"
import { OWNER_ONLY_POST } from "./fields"
import { mediaKey } from "./ids"
import { ItemPlace } from "./item-problems"
import { numbersAt } from "./metrics"
import { XPost } from "./model"
import { mayReadOwnerOnly, refusedFields } from "./owner-only"
import { ownerMetrics, publicMetrics } from "./post-metrics"
import { Problem } from "./problems"
import { Selection } from "./selection"

const iso = (ms: number) => new Date(ms).toISOString()

export function references(post: XPost): { type: string; id: string }[] {
  return [
    ...(post.reposted ? [{ type: "retweeted", id: post.reposted }] : []),
    ...(post.quoted ? [{ type: "quoted", id: post.quoted }] : []),
    ...(post.reply_to ? [{ type: "replied_to", id: post.reply_to.id }] : []),
  ]
}

/** The names an answer begins with are not part of the visible text. */
function visibleFrom({ text, reply_to, author_id }: XPost): number {
  const names = /^(?:@\w+ )*/.exec(text)?.[0].length ?? 0
  return reply_to && reply_to.author_id !== author_id ? names : 0
}

type Values = Record<string, () => unknown>

/** Values that can be selected; `undefined` ones are left out (§3). */
function selectable(call: Call, post: XPost): Values {
  const { vocabulary } = call
  const refs = references(post)
  return {
    attachments: () =>
      post.kind === "text" ? undefined : { media_keys: [mediaKey(post)] },
    author_id: () => post.author_id,
    conversation_id: () => post.conversation_id,
    created_at: () => iso(post.posted_ms),
    display_text_range: () => [visibleFrom(post), post.text.length],
    edit_controls: () => ({
      edits_remaining: 5 - (post.history.length - 1),
      is_edit_eligible: !post.reposted && !post.reply_to,
      editable_until: iso(post.posted_ms + 3_600_000),
    }),
    in_reply_to_user_id: () => post.reply_to?.author_id,
    lang: () => "en",
    [vocabulary.note]: () =>
      post.text.length > 280 ? { text: post.text } : undefined,
    possibly_sensitive: () => false,
    public_metrics: () => publicMetrics(call, post),
    [vocabulary.references]: () => (refs.length ? refs : undefined),
    reply_settings: () => "everyone",
    source: () =>
      userOf(call) === post.author_id ? "Harbour Publisher" : undefined,
  }
}

/** A field is shown when it is selected, or when its expansion is. */
function shown(call: Call, selection: Selection): Set<string> {
  const { references: refs, references_expansion } = call.vocabulary
  const names = new Set(selection.post)
  const implied: Record<string, string> = {
    author_id: "author_id",
    in_reply_to_user_id: "in_reply_to_user_id",
    "attachments.media_keys": "attachments",
    [references_expansion]: refs,
    "referenced_tweets.id.author_id": refs,
  }
  for (const expansion of selection.expansions) {
    names.add(implied[expansion] ?? expansion)
  }
  return names
}

/** A post as the request wants it; no item when its refused fields drop it. */
export function renderPost(
  call: Call,
  post: XPost,
  selection: Selection,
  place: ItemPlace
): { item?: Record<string, unknown>; errors: Problem[] } {
  const { situation, vocabulary, world } = call
  const wanted = shown(call, selection)
  const item: Record<string, unknown> = {
    id: post.id,
    text: post.text.length > 280 ? `${post.text.slice(0, 279)}…` : post.text,
    [vocabulary.history]: post.history,
  }
  const values = selectable(call, post)
  for (const name of wanted) {
    const value = values[name]?.()
    if (value !== undefined) {
      item[name] = value
    }
  }
  const groups = OWNER_ONLY_POST
  if (!Object.keys(groups).some((group) => wanted.has(group))) {
    return { item, errors: [] }
  }
  if (mayReadOwnerOnly(call, post)) {
    const numbers = numbersAt(world.seed, post, world.now_ms())
    for (const [group, counts] of Object.entries(ownerMetrics(post, numbers))) {
      if (wanted.has(group)) {
        item[group] = counts
      }
    }
    return { item, errors: [] }
  }
  const errors = refusedFields(call, wanted, groups, "tweet", post.id, place)
  const drop = errors.length > 0 && situation.owner_only === "drop_item"
  return drop ? { errors } : { item, errors }
}
