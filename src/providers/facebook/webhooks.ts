import {
  PlatformError,
  toId,
  toRecord,
  toText,
  type WebhookNotice,
  type WebhookReceiver,
} from "../../platform-kit"
import {
  type MetaUpdate,
  MetaWebhookReceiver,
} from "../../platform-kit/meta-graph"
import type { FacebookOptions } from "./options"
import { parsePagePostId } from "./post-id"

type CommentVerb = Extract<WebhookNotice, { kind: "comment" }>["verb"]
type PostVerb = Extract<WebhookNotice, { kind: "post" }>["verb"]

const COMMENT_VERBS: Readonly<Record<string, CommentVerb>> = {
  add: "added",
  edit: "edited",
  edited: "edited",
  remove: "removed",
  hide: "hidden",
  unhide: "unhidden",
}

const POST_VERBS: Readonly<Record<string, PostVerb>> = {
  add: "added",
  edit: "edited",
  edited: "edited",
  remove: "removed",
}

/** Kinds of posts; reactions come in floods, and their numbers by cadence. */
const POSTS = new Set(["post", "status", "photo", "video", "share", "album"])

/**
 * Facebook's webhooks (`object: page`), field `feed`: comments and posts.
 * https://developers.facebook.com/docs/pages-api/webhooks-for-pages
 */
export function facebookWebhooks({
  webhook_verify_token,
  client_secret,
}: FacebookOptions): WebhookReceiver {
  return new MetaWebhookReceiver({
    object: "page",
    verify_token: webhook_verify_token,
    secrets: { client_secret },
    read: readUpdate,
  })
}

function readUpdate(update: MetaUpdate): WebhookNotice[] {
  if (update.field !== "feed") {
    return []
  }
  if (!update.value) {
    return [commentNotice(update, null, null, "added")]
  }
  const item = toText(update.value.item) ?? ""
  const verb = toText(update.value.verb) ?? ""
  if (item === "comment") {
    return readComment(update, COMMENT_VERBS[verb])
  }
  return POSTS.has(item) ? readPost(update, POST_VERBS[verb]) : []
}

function readComment(
  update: MetaUpdate,
  verb: CommentVerb | undefined
): WebhookNotice[] {
  const comment_id = toId(update.value?.comment_id)
  const post_id = postIdOf(update)
  return verb && (comment_id !== null || post_id !== null)
    ? [commentNotice(update, post_id, comment_id, verb)]
    : []
}

function commentNotice(
  { account_external_id, at }: MetaUpdate,
  platform_post_id: string | null,
  comment_id: string | null,
  verb: CommentVerb
): WebhookNotice {
  return {
    kind: "comment",
    account_external_id,
    platform_post_id,
    comment_id,
    verb,
    at,
  }
}

function readPost(
  update: MetaUpdate,
  verb: PostVerb | undefined
): WebhookNotice[] {
  const platform_post_id = postIdOf(update)
  const { account_external_id, at } = update
  return verb && platform_post_id !== null && isOwn(update)
    ? [{ kind: "post", account_external_id, platform_post_id, verb, at }]
    : []
}

/** What visitors write on the Page is no post of the account. */
function isOwn({ account_external_id, value }: MetaUpdate): boolean {
  const author = toId(toRecord(value?.from)?.id) ?? toId(value?.sender_id)
  return author === null || author === account_external_id
}

function postIdOf({ account_external_id, value }: MetaUpdate): string | null {
  const id = toId(value?.post_id)
  try {
    return id === null ? null : parsePagePostId(id, account_external_id)
  } catch (thrown) {
    if (PlatformError.is(thrown)) {
      return null
    }
    throw thrown
  }
}
