import {
  toId,
  toRecord,
  type WebhookNotice,
  type WebhookReceiver,
} from "../../platform-kit"
import {
  type MetaUpdate,
  MetaWebhookReceiver,
} from "../../platform-kit/meta-graph"
import type { InstagramOptions } from "./options"
import { readStoryInsights } from "./story-webhook"

/**
 * Instagram's webhooks (`object: instagram`): comments of both logins, story
 * insights of the Facebook login.
 * https://developers.facebook.com/documentation/instagram-platform/webhooks
 */
export function instagramWebhooks({
  webhook_verify_token,
  client_secret,
  facebook_client_secret,
}: InstagramOptions): WebhookReceiver {
  return new MetaWebhookReceiver({
    object: "instagram",
    verify_token: webhook_verify_token,
    secrets: { client_secret, facebook_client_secret },
    read: readUpdate,
  })
}

function readUpdate(update: MetaUpdate): WebhookNotice[] {
  switch (update.field) {
    case "comments":
    case "live_comments":
      return readComment(update)
    case "story_insights":
      return readStory(update)
    default:
      return []
  }
}

/** Only new comments are told; mentions elsewhere come in this field, too. */
function readComment({
  account_external_id,
  value,
  at,
}: MetaUpdate): WebhookNotice[] {
  const comment_id = toId(value?.id)
  const platform_post_id = toId(toRecord(value?.media)?.id)
  if (value && comment_id === null && platform_post_id === null) {
    return []
  }
  return [
    {
      kind: "comment",
      account_external_id,
      platform_post_id,
      comment_id,
      verb: "added",
      at,
    },
  ]
}

function readStory({
  account_external_id,
  value,
  at,
}: MetaUpdate): WebhookNotice[] {
  const platform_post_id = toId(value?.media_id)
  if (!value || platform_post_id === null) {
    return []
  }
  const reading = readStoryInsights(value)
  return [
    {
      kind: "story_insights",
      account_external_id,
      platform_post_id,
      reading,
      at,
    },
  ]
}
