/** Settings that point a store at the sandbox, with the apps it knows. */
export function sandboxEnv(url: string): Record<string, string> {
  const at = (host: string) => `${url}/${host}`
  return {
    SOCIAL_INSTAGRAM_BASE_URL: at("graph.instagram.com"),
    SOCIAL_INSTAGRAM_OAUTH_BASE_URL: at("www.instagram.com"),
    SOCIAL_INSTAGRAM_TOKEN_BASE_URL: at("api.instagram.com"),
    SOCIAL_INSTAGRAM_CLIENT_ID: "200000000000002",
    SOCIAL_INSTAGRAM_CLIENT_SECRET: "sandbox-instagram-secret",
    SOCIAL_INSTAGRAM_WEBHOOK_VERIFY_TOKEN: "sandbox-verify-token",
    SOCIAL_FACEBOOK_WEBHOOK_VERIFY_TOKEN: "sandbox-verify-token",
    SOCIAL_FACEBOOK_BASE_URL: at("graph.facebook.com"),
    SOCIAL_FACEBOOK_OAUTH_BASE_URL: at("www.facebook.com"),
    SOCIAL_FACEBOOK_CLIENT_ID: "100000000000001",
    SOCIAL_FACEBOOK_CLIENT_SECRET: "sandbox-app-secret",
    SOCIAL_TWITTER_BASE_URL: at("api.x.com"),
    SOCIAL_TWITTER_OAUTH_BASE_URL: at("x.com"),
    SOCIAL_TWITTER_CLIENT_ID: "sandbox-x-client",
    SOCIAL_TWITTER_CLIENT_SECRET: "sandbox-x-secret",
    SOCIAL_LINKEDIN_BASE_URL: at("api.linkedin.com"),
    SOCIAL_LINKEDIN_OAUTH_BASE_URL: at("www.linkedin.com"),
    SOCIAL_LINKEDIN_CLIENT_ID: "sandbox-li-client",
    SOCIAL_LINKEDIN_CLIENT_SECRET: "sandbox-li-secret",
  }
}
