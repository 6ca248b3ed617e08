/**
 * Work has come in by webhook (`{ platform }`). Sent once for many deliveries;
 * what it does not reach, a job of each minute does.
 */
export const SocialWebhookEvents = {
  RECEIVED: "social_webhook.received",
} as const
